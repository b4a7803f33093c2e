/** Word forms that name a machine part: what does a machine's act (`date picker`, `feed loader`), told from people by the verb inside. */

/** Stems of acts that programs do and people are seldom named after. */
const machineActs = String.raw`count|load|pars|pick|upload|download|view|schedul|validat|convert|track|filt|render|generat|build|configurat|explor|brows|calculat|import|export|index|scan|print|play|crawl|scrap|pars|compil|aggregat|harvest|map|merg|match|monitor|timer|trigger|handl|load|lint|resolv|reload|refresh|serializ|simulat|sort|split|stream|translat|visuali[sz]|wrap|check|navigat|locat|detect|analy[sz]|recommend|connect|adapt|inspect|switch|select|compos|extract|process|spinn|slid|scroll|remind|receiv`;

/** Singular, and with a noun, an adjective or `a` before it: `the counter` may be one of wood: `a loader`, `step counter`, `the historical FABS loader`. */
export const machineNouns = new RegExp(
  String.raw`(?<![\w-])(?!(?:the|this|that|my|our|your|their|his|her|its|each|every|for|to|by|of|at|on|in|with|from|as|and|or|other|than|who|if|no|next|first|last|same) )[\w-]+ (?:${machineActs})(?:t|p|m|g|n|z)?(?:er|or)(?![\w-])`,
  'g',
);
