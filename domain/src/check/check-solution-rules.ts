/** Patterns of words that prescribe a solution. Forms of words first, lists only for closed sets; weights as measured in ADR 0019. */
import { machineNouns } from './check-morphology.ts';
import { words, type PatternRule } from './check-pattern.ts';

const some = String.raw`(?:an?|the|this|that|each|every|one|my|our|their|his|her|its|your|some|any|all|both|separate|own|new|single|dedicated)`;
/** The word before a head, which says which one. */
const named = String.raw`(?!${some} |(?:of|on|in|to|from|at|by|with|for|and|or|no|is|are) )[\w-]+ `;
/** Up to four words between a determiner and its head. */
const upTo4 = String.raw`(?:[\w’'/-]+ ){0,4}?`;
const place = String.raw`(?:page|screen|form|dialog(?:ue)?|tab|window|panel|section|view|interface|ui|menu|header|footer|home ?page|sidebar)`;

/** Things one makes: `I want a tool that…`. Heads of noun phrases; what comes before them does not matter. */
const artifact = String.raw`tools?|toolkit|apps?|application|software|system|website|web ?site|site|portal|plat+form|module|plug-?in|add-?on|extension|library|api|interface|dashboard|page|blog|wiki|forum|chat(?:bot)?|bot|robot|game|quiz|device|sensor|gadget|widget|feature|function(?:ality)?|section|calendar|newsletter|mode|archetype|wizard|assistant|repository browser|workflow|template|form|catalog(?:ue)?|gallery|slideshow|faq|map|database|script|button|icon|menu|service|engine|component|framework|sandbox|kiosk|mechanism|timer|countdown|report|checklist|leader-?board|tutorial|badge|chart|graph|diagram|interactive [\w-]+|(?:[\w-]+(?:ware|bot|app|kit|board|feed|pedia))|(?:[\w-]+-based [\w-]+)`;

export const solutionRules: readonly PatternRule[] = [
  {
    rule: 'widget',
    weight: 3,
    pattern: words(
      String.raw`buttons?|(?:radio|push)-?buttons?|drop-?\s?downs?|pull-?downs?|check-?\s?box(?:es)?|text-?\s?box(?:es)?|combo-?box(?:es)?|(?:search|nav|navigation|tool|side|scroll|progress|menu|status|title|task)-?\s?bars?|${named}(?:box|bar|pane|panel|popup|widget|toggle|slider|icon|picker|spinner|carousel)|pop-?\s?ups?|pop-?overs?|modals?|tool-?tips?|(?:sub-?)?menus?|icons?|tabs|toolbars?|side-?bars?|dashboards?|dialog(?:ue)? ?(?:box(?:es)?)?|banners?|carousels?|sliders?|widgets?|wizards?|bread-?crumbs?|thumbnails?|hyper-?links?|lightbox(?:es)?|accordions?|scroll-?bars?|placeholders?|auto-?(?:complete|suggest|fill)\w*|type-?ahead|drag[- ](?:and|n|&)[- ]drop|(?:landing|splash|welcome|log-?in|home|main|start|front) ?(?:page|screen)s?|homepages?|zoom(?:able)?|(?:mouse|roll)-?overs?|fonts?|colou?r[- ]?(?:cod\w+|scheme|map\w*)|word clouds?|(?:pie|bar|line|gantt) charts?|heat ?maps?|info-?graphics?|time-?lines? view|gui|user interfaces?|front-?ends?`,
    ),
  },
  {
    rule: 'position',
    weight: 3,
    pattern: words(
      String.raw`(?:at|on|in|to|near|from|along) (?:the |an? )?(?:very )?(?:top|bottom|left|right|upper|lower|cent(?:er|re)|corner|side)(?:[- ](?:left|right|hand|corner|side|cent(?:er|re)))*(?= |$|[.,;])(?! to\b)|(?:top|bottom|upper|lower)[- ](?:left|right)|(?:left|right)-hand|next to (?:the|each|every|my|its|their)|(?:above|below|beneath|underneath|beside|alongside) (?:the|each|every|my|its|their) \w+|near where|(?:before|after) the (?:list|table|section|field|column|title|heading) of|side[- ]by[- ]side|full[- ]?screen|in (?:bold|italics?|red|green|blue|yellow|colou?r)|(?:first|last|same|one|single) (?:page|screen)|above the fold|turn(?:s|ed|ing)? (?:to )?(?:red|green|blue|yellow|orange|gr[ea]y|bold)`,
    ),
  },
  {
    rule: 'interaction',
    weight: 3,
    pattern: words(
      String.raw`(?:double|right|left)?-?click(?:s|ed|ing|able)?|tap(?:s|ped|ping)? (?:on|the|an?)|swip(?:e|es|ing)|hover(?:s|ed|ing)?|scroll(?:s|ed|ing)?|drag(?:s|ged|ging)?|keyboard|shortcuts?|fill(?:s|ed|ing)? (?:in|out)|(?:by|through) (?:just |simply )?(?:select|choos|enter|typ|click|press|fill|check|tick|scann|dragg|upload|log|sign|scroll|navigat|follow|answer|us|add|mov|pick|push|say|speak)\w*ing|type in|(?:log|sign)(?:ged|ging)?[- ]?in(?:to)? (?:using|with|by|via|through)`,
    ),
    unlessAfter: /(?:minimum|number|few|fewer|fewest|amount|less|many|more|several|lots?) (?:of )?$/i,
  },
  {
    rule: 'labelled',
    weight: 3,
    asWritten: true,
    pattern:
      /\b(?:that|which) (?:says?|reads?)\b|\blabell?ed (?:as |with )?(?=["“‘])|\b(?:[Bb]utton|[Ll]inks?|[Tt]ab|[Ff]ield|[Pp]age|[Mm]enu|[Tt]itle[d]?|[Ll]abel|[Mm]essage|[Dd]ialog|[Oo]ption|[Hh]eading|says|called|named|entitled|text|word|words|the|an?|on|under|click)\s*(?:"[^"\n]{2,60}"|“[^”\n]{2,60}”|‘[^’\n]{2,60}’)|(?:"[^"\n]{2,60}"|“[^”\n]{2,60}”) (?:button|link|page|dialog|tab|field|menu|section|option|screen|label|message)/g,
  },
  {
    rule: 'quoted',
    weight: 1.5,
    asWritten: true,
    pattern: /"[^"\n]{2,60}"|“[^”\n]{2,60}”|(?<!\w)'[A-Z][^'\n]{2,60}'(?!\w)/g,
  },
  {
    rule: 'place',
    weight: 2,
    pattern: words(
      String.raw`(?:on|in|into|from|within|of|through|to|across|inside) ${some} ${upTo4}${place}s?|${place}s? (?:edits?|layout|template|titles?|views?)`,
    ),
    unlessBefore: /^ of (?:the )?(?:data|law|document|report|application|ordinance)/i,
  },
  {
    rule: 'page',
    weight: 2,
    pattern: words(
      String.raw`(?:${named})?(?:web)?(?:pages?|screens?)|${named}views|(?:read|edit|list|map|grid|table|tree|detail(?:ed)?|calendar|view|summary|display|full|print|admin|public) views?|view state|site ?maps?|search results?|user interface|${named}display|contents? lists?|visuali[sz]ations?`,
    ),
    unlessAfter: /(?:number of|log ?book|note ?book|[\d]) $/i,
  },
  {
    rule: 'technology',
    weight: 3,
    pattern: words(
      String.raw`x?html5?|css|json|xml|csv|tsv|xlsx?|pdf|rss|atom feed|rest(?:ful)?(?= api)|sql|sparql|url|urls|uris?|permalinks?|s?ftp|ldap|oauth\d?|sso|saml|excel|spreadsheets?|javascript|java|python|php|ruby|node\.?js|react|angular|docker|kubernetes|linux|windows|android|ios|iphones?|ipads?|https?|ssl|tls|webhooks?|twitter|facebook|linkedin|instagram|youtube|whatsapp|slack|google(?: \w+)?|github|gitlab|dropbox|paypal|stripe|outlook|iframes?|cookies?|qr[- ]?codes?|bar-?codes?|gps|sms|bluetooth|nfc|rfid|blockchain|ajax|linked data|markdown|latex|wysiwyg|ics|ical|jira|salesforce|wordpress|drupal|chrome|firefox|cloud storage|aws|s3|azure|elasticsearch|redis|postgres\w*|mysql|oracle`,
    ),
  },
  {
    rule: 'internal',
    weight: 2.5,
    pattern: words(
      String.raw`databases?|\w*schemas?|data ?base tables?|(?:[\w-]+ )?sub-?records?|(?:data|text|input|form|metadata|hidden|required|drop-?down|search|free[- ]text|custom) fields?|flexfields?|back-?ends?|servers?|apis?|end-?points?|cach(?:e|es|ed|ing)|cron(?:jobs?)?|foreign keys?|primary keys?|(?:unique|persistent|stable|permanent) (?:id|identifier|url|link)s?|ids?|tokens?|log ?files?|config(?:uration)? (?:files?|options?|settings?)|(?:sync|replication|redirect|migration|deployment|indexing)(?: \w+)?|integrations?|scripts?|plug-?ins?|ontolog(?:y|ies)|algorithms?|checksums?|hash(?:es)?|encrypt\w*|data types?(?: \w+)?|data ?structures?|xpath|regex(?:es|p)?|queries|(?:maximum|minimum|max|min) (?:length|size|number of characters)|character limit|(?:stored|saved) (?:in|on|as)|raw data|(?:in|into|from|to) (?:an?|the|its own|one|two|separate|new)(?: [\w-]+){0,2} tables?|(?:audit|error|change|access|system|event) (?:logs?|trails?|tables?)|(?:job|message|task|work) queues?|(?:failed|background) jobs?|(?:with|has|have|containing|including) (?:[\w-]+ )?(?:columns|fields)`,
    ),
  },
  {
    rule: 'machine',
    weight: 2.5,
    pattern: machineNouns,
  },
  {
    rule: 'identifier',
    weight: 2.5,
    asWritten: true,
    pattern:
      /`[^`\n]{1,60}`|\b[a-z]+(?:_[a-z0-9]+)+\b|\b[a-z]{2,}(?:[A-Z][a-z0-9]+){1,}\b|\b(?:[A-Z][a-z]+){3,}\d*\b|\b(?:[A-Z][a-z]+){2,}\d+\b|\bv\d+(?:\.\d+)+\b|(?<=\s)\.[a-z]{2,4}\b|\b\w+\.(?:csv|json|xml|html?|pdf|docx?|xlsx?|txt|zip|yml|yaml|ini|js|py)\b/g,
  },
  {
    rule: 'format',
    weight: 2.5,
    pattern:
      /\b(?:export|download|sav|publish|output|print|convert|generat|seriali[sz])\w*\b(?: [\w’'/-]+){0,8}? (?:as|into|in) (?:an? )?(?:[\w-]+ ){0,3}?(?:formats?|files?|images?|pictures?|spreadsheets?|documents?)\b|\bdownload an? (?:image|file|picture|zip|archive)\b|\b(?:image|picture|screenshot|printout)s? of ?an?\b/g,
  },
  {
    rule: 'format',
    weight: 2.5,
    asWritten: true,
    pattern:
      /\b(?:[Ee]xport|[Dd]ownload|[Ss]av|[Pp]ublish|[Oo]utput|[Pp]rint|[Cc]onvert|[Gg]enerat|[Ss]eriali[sz]|[Pp]rovid|[Rr]ender|[Rr]eturn|[Rr]eceiv|[Dd]eliver|[Dd]isseminat)\w*\b(?: [\w’'/-]+){0,8}? (?:as|into|in) (?:an? )?(?:\w+ )?[A-Z][A-Z0-9]{1,7}(?:[-/][A-Z0-9]+)?\b/g,
  },
  {
    rule: 'format',
    weight: 2.5,
    pattern: words(
      String.raw`as an? (?:[\w-]+ )?(?:table|graph|chart|map|tree|grid|time-?line|calendar|diagram|histogram|plot|slideshow|gallery|drop-?down|pop-?up|link|button|tab|image|picture|file|attachment)s?`,
    ),
  },
  {
    rule: 'through-named',
    weight: 2.5,
    asWritten: true,
    pattern:
      /\b(?:[Tt]hrough|[Uu]sing|[Vv]ia|[Uu]se of|powered by|[Ss]upport(?:s|ing)?(?: for| of)?(?= [A-Z][A-Z-]+\b)|built (?:on|with)|based on|integrat\w+ (?:with|into)|connect\w* (?:to|with)|push(?:ed)? (?:\w+ ){0,4}?to|link(?:ed)? (?:\w+ ){0,4}?to|sync\w* (?:\w+ ){0,3}?(?:to|with)) (?:an? |the |my |our |their )?[A-Z][\w-]+(?: [A-Z][\w-]+){0,4}|\bmy [A-Z][\w-]+ (?:client|account|feed|app|profile|calendar|page|login|timeline|drive)|(?<![\w-])[A-Z][\w-]+ (?:client|feed|plugin|plug-in|integration|api|API|connector|SDK|library|interface|services?|server|endpoint|format)\b/g,
  },
  {
    rule: 'through',
    weight: 2,
    pattern: words(
      String.raw`(?:through|using|via|by means of|by way of|with the help of|by the use of|making use of) (?:an? |the |my |our |their |its |some |different |various |multiple )?(?:[\w’'-]+ ){0,3}?[\w’'-]+`,
    ),
    unlessAfter:
      /(?:brows\w*|go|went|going|move|walk|step|look|search|work|get|break|page|flick|run|start|stop|keep|am|are|is|be|been|by|when|while|people|users?|visitors?|members|those|follow|person|anyone|someone|already) $/i,
    unlessBefore: /^ (?:can|will|should)/i,
  },
  {
    rule: 'mechanism',
    weight: 2,
    pattern: words(
      String.raw`(?:hash)?tag(?:s|ged|ging)?|roles?|user ?groups?|groups? of users|(?:ip|mac) address(?:es)?|ip range|(?:based|depending) on (?:ip|role|location|\w+ address)|pass-?words?|user-?names?|pass-?codes?|captcha|keywords?|key words?|templates?|faqs?|(?:regular|summary|weekly|monthly|daily|annual|usage|automated|custom|canned|ad hoc|status|progress) (?:\w+ )?reports?|(?:generate|run|receive|create|produce|have|print|get|pull|view|export) (?:an? |the )?(?:[\w-]+ ){0,2}?reports?|newsletters?|digests?|versioning|version control|snapshots?|archetypes?|(?:unique )?identifiers?|doi|dois|orcid\w*|handles|work-?flows?|book-?marks?|shopping carts?|wish-?lists?|chats?|forums?|wikis?|blogs?|message boards?|calendars?|feeds?|subscriptions?|(?:dark|embed|edit|preview|offline|read[- ]only|demo|kiosk|debug|admin|night|batch|guest|quiet) mode|embed(?:s|ded|ding|dable)?|preview|flag(?:s|ged|ging)? (?:it|them|as|items?|for|an?)|avatars?|badges?|points system|leader-?boards?|pop quiz|auto-?(?:save|populat|generat|mat)\w*(?= \w)|pre-?(?:populat|fill)\w*|(?:push|email|text|sms|mobile) (?:notification|message|alert|reminder)s?|two[- ]factor\w*|single sign[- ]on|encryption|policy for each|(?:synonym|stop word|authority) lists?|faceted|facets?|full[- ]text|boolean|fuzzy|wild-?cards?|recommend(?:er|ation engine)|crowd-?sourc\w*|machine learning|(?:speech|voice|face|image|text|pattern|character)[- ](?:recognition|detection|control|command|interface)s?|ocr|(?:controlled )?vocabular(?:y|ies)|taxonom(?:y|ies)|hierarch(?:y|ies)|metadata (?:template|schema|standard)s?|(?:visual|graphic)al? (?:editor|representation|display|indicator)`,
    ),
    unlessAfter:
      /(?:in my|in the|key|leading|play an?|name|price|(?:reset|chang|forg[eo]t|lo[so][et]|recover)\w* (?:my|the|their|a)) $/i,
  },
  {
    rule: 'artifact',
    weight: 2.5,
    wantOnly: true,
    pattern: new RegExp(
      String.raw`^(?:(?:have|get|use|see|provide|create|build|develop|receive|offer|include|add|put|set up|implement|access|maintain|produce|install|embed|make|be (?:given|provided with|offered)|see)\s+)?(?:access to )?(?:an?|some|one|my own|our own|own|new|more|another|multiple)\s+(?:[\w’'/-]+\s+){0,4}?(?:${artifact})(?![\w-])`,
      'g',
    ),
  },
  {
    rule: 'by-means',
    weight: 2,
    pattern: words(
      String.raw`(?:(?:search|filter|brows|quer|identif|navigat|retriev|look up)\w*(?: (?!along\b)[\w’'/,-]+){0,8}? (?:by|with|using|via|on|based on|according to)|(?<!\b(?:the|an?|this|that|my|our|your|their|his|her|its|each|every) )(?:sort|order|group|rank|arrang|organi[sz]|categori[sz]|segment|present|list|index)\w*(?: (?!along\b)[\w’'/,-]+){0,8}? (?:by|according to)) (?!(?:me|my|us|our|others?|all|users?|people|anyone|everyone|somebody|someone|nobody|whoever|hand|each other|ease|the user|him|her|them|confidence|relative|minimal|no|regard|respect|more|less|sufficient)\b)[\w’'-]+`,
    ),
    unlessBefore: /^ (?:members|users|people|staff)/i,
  },
  {
    rule: 'display',
    weight: 1.5,
    pattern: words(
      String.raw`display(?:s|ed|ing)?|show(?:s|n|ed|ing)?|appear(?:s|ing|ed)?|highlight(?:s|ed|ing)?|layout|laid out|visuali[sz]e[ds]?|render(?:s|ed|ing)?|hide(?:s)?|hidden|listed (?:in|on)|sorted|columns?|rows?|bold|pictures?|photos? displayed|featured|linked|listing`,
    ),
  },
  {
    rule: 'enumeration',
    weight: 1.5,
    pattern: /(?<![\w-])[\w-]+,(?:[^,.;:()\n]{2,40},){1,7}[^,.;:()\n]{1,30}? (?:and|or) [\w-]+/g,
  },
  {
    rule: 'mild',
    weight: 1,
    pattern: words(
      String.raw`automatic(?:ally)?|automated?|e-?mails?|e-?mail(?:ed|ing)|maps?|list of|links?|(?:from|on|in|through) (?:the|our|my|its) (?:web ?site|site|app|platform|ui)|notifications?|alerts?|reminders?|codes?|comments? section|upload(?:ed|s)? (?:to|into)|in the (?:ui|app|browser)|online form|option to|as part of|at once|at the same time|one[- ]click|real[- ]time|semi-structured|files?`,
    ),
  },
  {
    rule: 'settings',
    weight: 1,
    pattern: words(
      String.raw`specif(?:y|ies|ied)|configur\w+|customi[sz]\w+|personali[sz]\w+|(?:en|dis)able(?:d|s)?|turn(?:ed|ing)? (?:on|off)|switch(?:ed|ing)? (?:on|off)|toggl\w+|settings?|preferences|parameters?|set (?:the |an? |up |start |default )?\w+|default(?:s)?|(?:un)?check|option(?:s|al)?|control over how|map an?|tie in|assign(?:ed)?`,
    ),
  },
];
