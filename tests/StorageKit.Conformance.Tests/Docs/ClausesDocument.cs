using System.Globalization;
using StorageKit.Conformance.Tests.Mutants;
using StorageKit.Testing.Roslyn;

namespace StorageKit.Conformance.Tests.Docs;

/// <summary>Writes docs/clauses.md: every clause of the catalogue with its four faces.</summary>
internal static class ClausesDocument
{
    internal static string Write(
        IReadOnlyList<Clause> clauses, IReadOnlyList<(string Rule, string Clause)> proofs,
        IReadOnlyList<Mutant> mutants, IReadOnlyList<MutantPower> power, IReadOnlyList<DriverAlarms> alarms,
        IReadOnlyList<(string Mutant, string Rule)> staticKills)
    {
        var seen = staticKills.ToLookup(kill => kill.Mutant, kill => $" [{kill.Rule}](rules/{kill.Rule}.md)");
        var rates = power.ToDictionary(row => row.Mutant, row => $" ({row.Detected}/{row.Seeds})");
        var rules = proofs.ToLookup(proof => proof.Clause, proof => $"[{proof.Rule}](rules/{proof.Rule}.md)");
        var killed = mutants.ToLookup(
            mutant => mutant.Info.Kills,
            mutant => $"{mutant.Info.Id} {mutant.Type.Name}{rates.GetValueOrDefault(mutant.Info.Id)}"
                + string.Concat(seen[mutant.Info.Id]));
        var groups = clauses.GroupBy(clause => clause.Id[..3]).Select(group =>
            $"""

             ## {Title(group.Key, group.First())}

             | clause | a driver has to promise | lane | level | needs | check | rules | mutants |
             | --- | --- | --- | --- | --- | --- | --- | --- |
             {string.Join('\n', group.Select(clause => Row(clause, rules[clause.Id], killed[clause.Id])))}

             """);
        return $"""
            # Clauses

            What a driver promises, and who watches over it. A *rule* sees while code is typed that a promise will be broken, a *check* tries it
            on the running driver (one test in each generated suite), and a *mutant* is a driver that breaks it on purpose: its check has to notice.

            {clauses.Count} clauses, {clauses.Count(clause => clause.HasCheck)} with a check, {mutants.Count} mutants, {proofs.Select(proof => proof.Rule).Distinct().Count()} rules that a clause proves at run time.
            A clause without a check is *untested* in every report, never passed; in the column, *sampled* means that a pass is evidence and no proof.
            The mutants of sampled clauses were each tried with {power.Select(row => row.Seeds).DefaultIfEmpty().Max()} seeds; behind each stands with how many it was killed, for the right reason.
            In all {power.Sum(row => row.Detected)} of {power.Sum(row => row.Seeds)} ([power/mutants.tsv](power/mutants.tsv), with the median time to detection).

            {seen.Count} mutants die before they run: a rule, named behind each, reports their source ([power/static.tsv](power/static.tsv)).

            Nor may the kit cry wolf. Fast, concurrent and time lanes of drivers that keep every clause ([power/drivers.tsv](power/drivers.tsv)):

            | driver | seeds | checks | false alarms | undecided | one seed takes | at most |
            | --- | --- | --- | --- | --- | --- | --- |
            {string.Join('\n', alarms.Select(Row))}

            Measured on a machine of two cores with much else to do by `dotnet run --project tests/StorageKit.Conformance.Power -- detection`
            and `-- alarms`; `-- detection missing` adds new mutants.

            | | {string.Join(" | ", Enum.GetValues<Lane>().Select(lane => lane.ToString().ToLowerInvariant()))} | with a check | mutants |
            | --- |{string.Concat(Enum.GetValues<Lane>().Select(_ => " ---: |"))} ---: | ---: |
            {string.Join('\n', clauses.GroupBy(clause => clause.Id[..3]).Select(group => Summary([.. group], killed)))}

            Level *Core* takes the lanes fast and time, *Concurrent* also concurrent, *FaultTolerant* also network, *Durable* also crash; the load lane counts
            for none. *Needs* are abilities of the store or probes of the harness; without them the clause is untested, or not applicable where the driver declares so.

            What the checks find in the reference's own drivers, and in which words: [specimens.md](specimens.md).

            Written from the catalogue by `STORAGEKIT_ACCEPT=1 dotnet test tests/StorageKit.Conformance.Tests --filter ClausesDocumentTests`.
            {string.Concat(groups)}
            """.TrimEnd('\n') + "\n";
    }

    static string Row(DriverAlarms row) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {row.Driver} | {row.Seeds} | {row.Checks} | {row.Alarms} | {row.Undecided} | {row.MedianSeconds:0.0} s | "
        + $"{row.MostSeconds:0.0} s |");

    static string Summary(IReadOnlyList<Clause> group, ILookup<string, string> killed)
    {
        var title = Title(group[0].Id[..3], group[0]);
        var link = title.ToLowerInvariant().Replace(":", "").Replace(' ', '-');
        var lanes = Enum.GetValues<Lane>().Select(lane => group.Count(clause => clause.Info.Lane == lane));
        return $"| [{title}](#{link}) | {string.Join(" | ", lanes)} | {group.Count(clause => clause.HasCheck)} of "
            + $"{group.Count} | {group.Sum(clause => killed[clause.Id].Count())} |";
    }

    static string Title(string group, Clause first) => group switch
    {
        "GEN" => "GEN: all contracts",
        "CFG" => "CFG: configuration",
        _ => $"{group}: {first.Info.Contract?.Name}",
    };

    static string Row(Clause clause, IEnumerable<string> rules, IEnumerable<string> mutants)
    {
        var info = clause.Info;
        string[] cells =
        [
            info.Id, info.Sentence.Replace("|", "\\|"),
            info.Lane.ToString().ToLowerInvariant(), ConformanceReport.LevelOf(info.Lane)?.ToString() ?? "", Needs(info),
            Check(clause), string.Join(", ", rules), string.Join("<br>", mutants.Order(StringComparer.Ordinal)),
        ];
        return "| " + string.Join(" | ", cells) + " |";
    }

    static string Needs(ClauseAttribute info)
    {
        var needs = info.Needs == StorageKit.Conformance.Needs.None ? "" : info.Needs.ToString();
        return info.Option is null ? needs : $"{needs}{(needs.Length > 0 ? ", " : "")}`{info.Option}`";
    }

    static string Check(Clause clause)
    {
        if (!clause.HasCheck) return "not yet";
        var name = clause.GetType().Name + ".cs";
        var file = Directory.EnumerateFiles(
            Path.Combine(Repository.Root, "src", "StorageKit.Conformance", "Clauses"), name,
            SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Path.Combine(Repository.Root, "docs"), path).Replace('\\', '/'))
            .Single();
        return $"[{(clause.Info.Stochastic ? "sampled" : "exact")}]({file})";
    }
}
