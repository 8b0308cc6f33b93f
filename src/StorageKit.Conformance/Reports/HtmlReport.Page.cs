namespace StorageKit.Conformance;

public static partial class HtmlReport
{
    const string Style =
        """
        :root { color-scheme: light dark; --line: #8884; --good: #1a7f37; --bad: #cf222e; --dim: #777; }
        body { font: 15px/1.45 system-ui, sans-serif; margin: 1.5rem auto; max-width: 68rem; padding: 0 1rem; }
        h1 { font-size: 1.4rem; } code, pre { font-family: ui-monospace, monospace; font-size: .92em; }
        table { border-collapse: collapse; width: 100%; } th { text-align: left; }
        td, th { border-bottom: 1px solid var(--line); padding: .35rem .5rem; vertical-align: top; }
        td:first-child { white-space: nowrap; } .number { text-align: right; }
        small { display: block; color: var(--dim); } pre { white-space: pre-wrap; overflow-wrap: anywhere; }
        .outcome { font-weight: 600; white-space: nowrap; } .passed .outcome { color: var(--good); }
        .failed .outcome, .inconclusive .outcome { color: var(--bad); }
        .notapplicable .outcome, .untested .outcome { color: var(--dim); font-weight: 400; }
        .levels { display: flex; flex-wrap: wrap; gap: .6rem; list-style: none; padding: 0; }
        .levels li { border: 1px solid var(--line); border-left: .35rem solid var(--dim); padding: .3rem .7rem; }
        .levels li.passed { border-left-color: var(--good); }
        .filters { display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: center; }
        .timeline { width: 100%; height: auto; border: 1px solid var(--line); margin: .5rem 0; }
        .timeline rect { fill: #8886; } .timeline rect.witness { fill: var(--bad); }
        .timeline text { font: 11px monospace; fill: currentColor; }
        @media (max-width: 40rem) {
          thead { display: none; } tr { display: block; border-bottom: 1px solid var(--line); padding: .4rem 0; }
          td { border: 0; display: inline-block; padding: .1rem .3rem; } td:nth-child(2) { display: block; }
        }
        """;

    const string Script =
        """
        const rows = [...document.querySelectorAll('#clauses tbody tr')];
        const search = document.getElementById('search');
        const boxes = [...document.querySelectorAll('.filters input[type=checkbox]')];
        function apply() {
          const shown = new Set(boxes.filter(b => b.checked).map(b => b.value));
          const words = search.value.toLowerCase();
          for (const row of rows)
            row.hidden = !shown.has(row.className) || !row.textContent.toLowerCase().includes(words);
        }
        search.addEventListener('input', apply);
        boxes.forEach(b => b.addEventListener('change', apply));
        """;
}
