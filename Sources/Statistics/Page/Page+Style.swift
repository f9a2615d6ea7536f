extension Page {
  /// The look: one column on a telephone, up to three on a wide window.
  static let style = """
    :root {
      --back: #f6f7f9; --card: #ffffff; --text: #1c2430; --quiet: #566171; --line: #dde2e9;
      --track: #e8ecf1; --fill: #2f6db5; --mark: #b4540a;
      --level0: #e8ecf1; --level1: #bcd4f0; --level2: #7fabdf; --level3: #3f7dc4;
      --level4: #174a85;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --back: #12161c; --card: #1b212a; --text: #e6eaf0; --quiet: #a3aebd; --line: #323b48;
        --track: #2a323e; --fill: #6aa5e8; --mark: #f0a35c;
        --level0: #2a323e; --level1: #24466e; --level2: #3567a3; --level3: #5b95d8;
        --level4: #a9cffa;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0 auto; max-width: 84rem; padding: 1rem; background: var(--back); color: var(--text);
      font: 16px/1.45 system-ui, sans-serif;
    }
    h1 { margin: 0; font-size: 1.6rem; line-height: 1.2; }
    h2 { margin: 0 0 .6rem; font-size: 1.05rem; }
    header p, footer p, .legend { color: var(--quiet); }
    header p { margin: .3rem 0 1rem; }
    main { columns: 22rem 3; column-gap: 1rem; }
    section {
      break-inside: avoid; margin: 0 0 1rem; padding: 1rem; background: var(--card);
      border: 1px solid var(--line); border-radius: .6rem; overflow-wrap: break-word;
    }
    .wide { column-span: all; margin-top: 1rem; }
    section p { margin: .6rem 0 0; font-size: .9rem; }
    .legend { font-size: .82rem; }
    dl { display: grid; grid-template-columns: auto 1fr; gap: .35rem .9rem; margin: 0; }
    dt { color: var(--quiet); }
    dd { margin: 0; }
    dd span { display: inline-block; }
    table { width: 100%; border-collapse: collapse; font-size: .88rem; }
    th { width: 1%; padding: .15rem .5rem .15rem 0; text-align: left; font-weight: normal; }
    th, .figure { white-space: nowrap; }
    .long th { width: 45%; white-space: normal; }
    thead th { padding-left: .3rem; color: var(--quiet); }
    td { padding: .15rem 0; }
    .bar { width: 50%; min-width: 2.5rem; padding-left: .3rem; }
    .figure ~ .bar { padding-left: .8rem; }
    .bar svg { display: block; width: 100%; height: .8rem; }
    .figure {
      width: 1%; padding-left: .5rem; text-align: right; font-variant-numeric: tabular-nums;
    }
    .track { fill: var(--track); }
    .fill { fill: var(--fill); }
    .mark { stroke: var(--mark); stroke-width: 2; vector-effect: non-scaling-stroke; }
    .axis { stroke: var(--line); }
    .plot, .calendar { display: block; width: 100%; height: auto; }
    svg text { fill: var(--quiet); font-size: 10px; }
    svg .end { text-anchor: end; }
    .halves {
      display: grid; gap: .4rem 1.5rem;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
    }
    .key { white-space: nowrap; margin-left: .5rem; }
    .key svg { width: .8em; height: .8em; }
    .level0 { fill: var(--level0); }
    .level1 { fill: var(--level1); }
    .level2 { fill: var(--level2); }
    .level3 { fill: var(--level3); }
    .level4 { fill: var(--level4); }
    ol { margin: .6rem 0 0; padding-left: 1.4rem; font-size: .9rem; }
    li { margin-bottom: .6rem; }
    li span { color: var(--quiet); }
    """
}
