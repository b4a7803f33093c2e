// What a screen reader is given of the main places: names, roles and states, as the browser's accessibility tree has them.

/** What a screen reader is given of a place, by its name: these lines, in this order. */
export const readOut: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  backlog: [
    'navigation "Places"',
    'link "Backlog"',
    'main:',
    'heading "Backlog" [level=1]',
    'combobox "Filter the backlog"',
    'radio "List" [checked]',
    /meter "Window of Harbour"/,
    /button "STORY-1 .* · in progress · likely done by/,
    'grid "On the backlog":',
    /row "Building 1"/,
    /row "STORY-1 Harbour masters .* M Started .* Likely done .* Ines Vogt/,
    'button "Acts on STORY-1"',
    'region "Notices"',
  ],
  refinement: [
    'grid "In refinement":',
    /row "STORY-3 Ready to commit Night guards/,
    'img "Ready to commit"',
    /img "Still to say: /,
  ],
  palette: [
    'dialog "Find and do"',
    'combobox "Find and do" [expanded]',
    'listbox "Find and do"',
    'group "Item"',
    'option "Commit"',
  ],
  'commit-refused': [
    'dialog "TASK-55 goes over the window"',
    'radio "Swap something out" [checked]',
    'group "What leaves"',
    /radio .*TASK-54/,
  ],
  'item-panel': [
    'complementary',
    'region "Story"',
    'textbox "Who"',
    'region "Problem check"',
    'term: Owner',
    'region "Acceptance criteria"',
  ],
};
