/** Patterns of a story that cannot be reviewed as one need of somebody: chores, meetings, vague things, several wants. */
import { words, type PatternRule } from './check-pattern.ts';

/** In the persona: those who build the thing. Weight of `developer` is lower, because platforms have developers as customers. */
export const teamPersona = words(
  String.raw`team members?|(?:ui|ux|ui/ux|ux/ui|visual|graphic|web|product|interaction|service)[ /]?(?:ui |ux )?(?:designer|team)s?|designers?|(?:user|ux|design) researchers?|testers?|qa(?: \w+)?|quality (?:assurance|analyst)\w*|scrum ?masters?|product (?:owner|manager)s?|project (?:manager|lead)s?|dev ?ops(?: \w+)?|(?:front|back)-?end (?:\w+ )?(?:developer|engineer)s?|programmers?|(?:software |system )?architects?|business analysts?|development team|dev team|engineering team|stakeholders?|(?:the |our )?teams?(?= *$)|content (?:strategist|designer)s?`,
);
export const developerPersona = words(String.raw`developers?|engineers?|devs?`);

/** Nobody in particular. */
export const genericPersona =
  /^(?:(?:a|an|the|any|end|normal|regular|general|system|site|web|website|app|application|new|registered|logged[- ]in|anonymous)[- ]?)*(?:user|users|person|people|someone|somebody|anyone|everyone|customer|customers|client|human|individual|visitor|everybody)$/i;

export const formRules: readonly PatternRule[] = [
  {
    rule: 'chore-thing',
    weight: 2,
    again: 1,
    pattern: words(
      String.raw`workshops?|kick-?offs?|(?:stand|retro|check)-?(?:ups?|spectives?|ins)|sprints?|iterations?|prototyp(?:e|es|ing)|wire-?frames?|mock-?ups?|style guides?|brand guidelines|(?:design|visual|content|branding) (?:directions?|strategy|decisions?|systems?|review|styles?|research)|usability tests?|(?:user|usability|acceptance|regression) testing|user research|interview(?:s|ees?|ing)|recruit\w*|test(?:ing)? (?:script|plan|session|strategy)s?|(?:task|interview|discussion) (?:script|guide)s?|stake-?holders?|round (?:\d|one|two|three)|phase (?:\d|one|two)|co-?working|work(?:ing)? sessions?|research (?:work|findings|plan|study)|lessons learned|key lessons|sign-?off|approvals? from|road-?maps?|back-?logs?|pull requests?|hosting(?: plan)?|deadline for the team|beta (?:site|social|version|test\w*)|launch plan|code ?base|refactor\w*|technical debt|unit tests?|deploy(?:ment)? (?:process|to production)|spikes?|(?:project|release|communication|content|research|prototype|testing|migration) (?:plan|strategy)|style ?tiles?|mood ?boards?|user stor(?:y|ies)|personas|information architecture|site audit|content audit|card sort\w*|meetings?|team rooms?|front[- ]end dev`,
    ),
  },
  {
    rule: 'chore-act',
    weight: 2,
    wantOnly: true,
    pattern:
      /^(?:determine (?:if|whether|how|what|a|the|which)|investigate|evaluate (?:if|whether|options|different|how|the)|decide|finali[sz]e|finish|recruit|move on|conduct|refactor|research|redesign|re-?write|implement|brainstorm|prototype|test (?:the|our|if|whether|with)|audit|prioriti[sz]e|synthesi[sz]e|agree on|discuss|document|plan (?:for|out) the|report to the|schedule (?:a )?(?:meeting|workshop|interview|time)|meet with|coordinate with|write (?:up|(?:\w+ ){0,2}(?:tests?|documentation|specs?)\b)|interview|set up (?:the |an? )?(?:\w+ ){0,1}(?:integration|build|environment|pipeline|server|repository|ci)\b|clean up|explore (?:options|whether|how)|figure out|understand (?:the process|how work|how \w+(?: \w+)? (?:moves?|decisions)|what (?:we|the team))|know how (?:\w+ ){1,4}(?:were|was) (?:developed|designed|decided|made|built)|(?:know|understand) (?:the|our) (?:timeline|process)|share (?:the )?(?:findings|results|learnings)|present (?:the )?(?:findings|designs?))\b/g,
  },
  {
    rule: 'vague-thing',
    weight: 3,
    pattern: words(
      String.raw`stuffs?|(?:all|other|many|various|different|some|several) things|and so on|everything (?:else|i (?:need|want))|whatever (?:i|is)|(?:all|other) (?:users?['’]? |the |of the |my )?(?:activities|tasks|operations|actions|functions|functionalit(?:y|ies))|(?:some|different|various|other|additional|basic|all) (?:functions?|functionalit(?:y|ies)|features|properties|aspects|capabilities|settings)|other (?:[\w-]+ )?types|desired (?:\w+ )?experience|(?:user )?experience (?:is|to be) (?:better|good|great)|user settings|more user[- ]friendly|(?:all |any |every )(?:of )?the (?:features|functions|functionality|options)|(?:easy|easier|simple|simpler|intuitive|convenient|nice|pleasant) to use|do (?:[\w-]+ )?things|better (?:system|experience|ux)|(?:derived|work|works|working|function|functions|handled|done|displayed|behaves?) (?:properly|correctly|well|as expected|appropriately)`,
    ),
  },
  {
    rule: 'as-simple-as',
    weight: 3,
    pattern:
      /\bas (?:simple|simply|easy|easily|fast|quickly|quick|good|soon|intuitive|flexible|user[- ]friendly|smooth|well) as possible\b/g,
  },
  {
    rule: 'epic-verb',
    weight: 3,
    wantOnly: true,
    pattern:
      /^(?:(?:easily|effectively|efficiently|fully|better) )?(?:manage|handle|administer|administrate|take control|deal with|take care of|(?:provide (?:an? )?(?:\w+ )?way to|be able to) (?:manage|handle))\b/g,
  },
  {
    rule: 'two-wants',
    weight: 3,
    pattern:
      /\b(?:and|but|;|\.) ?(?:also )?i (?:also )?(?:want|need|would like|must|should)\b|\bso that\b(?=.{10,400}\bso that i (?:can|could)\b)|\bas an? [\w ]{3,40}, i (?:want|need|would)\b(?!.{0,4}$)/g,
  },
];
