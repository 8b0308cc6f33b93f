using System.Globalization;
using StorageKit.Conformance.Tests.Mutants;
using StorageKit.Testing.Roslyn;

namespace StorageKit.Conformance.Tests.Docs;

/// <summary>docs/power: what tests/StorageKit.Conformance.Power measured last, and what the rules see.</summary>
internal static class PowerTable
{
    static readonly string s_mutants = Path.Combine(Repository.Root, "docs", "power", "mutants.tsv");
    static readonly string s_drivers = Path.Combine(Repository.Root, "docs", "power", "drivers.tsv");
    static readonly string s_kills = Path.Combine(Repository.Root, "docs", "power", "kills.tsv");
    static readonly string s_static = Path.Combine(Repository.Root, "docs", "power", "static.tsv");

    /// <summary>The mutants that have to have a row: those of sampled clauses that need no backend of their own.
    /// </summary>
    internal static IReadOnlyList<Mutant> Measured { get; } =
    [
        .. Mutant.All.Where(mutant =>
            ClauseCatalog.Get(mutant.Info.Kills).Info is
                { Stochastic: true, Lane: Lane.Fast or Lane.Concurrent or Lane.Time }),
    ];

    internal static IReadOnlyList<MutantPower> Mutants => [.. Lines(s_mutants).Select(MutantPower.Read)];

    internal static IReadOnlyList<DriverAlarms> Drivers => [.. Lines(s_drivers).Select(DriverAlarms.Read)];

    internal static IReadOnlyList<KillRow> Kills => [.. Lines(s_kills).Select(KillRow.Read)];

    /// <summary>The mutants that a rule reports, as tests/StorageKit.Analyzers.Tests found them.</summary>
    internal static IReadOnlyList<(string Mutant, string Rule)> StaticKills =>
    [
        .. Lines(s_static).Select(line => line.Split('\t') is [var mutant, _, var rule]
            ? (mutant, rule) : throw new FormatException($"Not three columns: \"{line}\".")),
    ];

    /// <summary>Stores the rows of the mutants that there are.</summary>
    internal static void Write(IEnumerable<MutantPower> rows)
    {
        var known = Measured.Select(mutant => mutant.Info.Id).ToHashSet(StringComparer.Ordinal);
        Write(
            s_mutants, MutantPower.Heading,
            rows.Where(row => known.Contains(row.Mutant)).OrderBy(row => row.Clause, StringComparer.Ordinal)
                .ThenBy(row => row.Mutant, StringComparer.Ordinal).Select(row => row.ToString()));
    }

    internal static void Write(IEnumerable<DriverAlarms> rows) => Write(
        s_drivers, DriverAlarms.Heading,
        rows.OrderBy(row => row.Driver, StringComparer.Ordinal).Select(row => row.ToString()));

    internal static void Write(IEnumerable<KillRow> rows) => Write(
        s_kills, KillRow.Heading,
        rows.OrderBy(row => row.Driver, StringComparer.Ordinal).Select(row => row.ToString()));

    internal static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    static IEnumerable<string> Lines(string file) => File.Exists(file) ? File.ReadLines(file).Skip(1) : [];

    static void Write(string file, string heading, IEnumerable<string> lines)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, string.Join('\n', lines.Prepend(heading)) + "\n");
    }
}
