using System.Globalization;

namespace StorageKit.Conformance.Tests.Docs;

/// <summary>How often a sampled clause noticed a mutant.</summary>
/// <param name="Mutant">The mutant's id.</param>
/// <param name="Clause">The clause that has to notice.</param>
/// <param name="Seeds">With how many seeds it was tried.</param>
/// <param name="Detected">With how many it was killed, for the expected reason.</param>
/// <param name="MedianMilliseconds">Until it was, where it was; empty when it never was.</param>
internal sealed record MutantPower(
    string Mutant, string Clause, int Seeds, int Detected, string MedianMilliseconds)
{
    internal const string Heading = "mutant\tclause\tseeds\tdetected\tmedian_ms";

    internal static MutantPower Read(string line) =>
        line.Split('\t') is [var mutant, var clause, var seeds, var detected, var ms]
        ? new(mutant, clause, PowerTable.Number(seeds), PowerTable.Number(detected), ms)
        : throw new FormatException($"Not five columns: \"{line}\".");

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Mutant}\t{Clause}\t{Seeds}\t{Detected}\t{MedianMilliseconds}");
}

/// <summary>What the kit said against a driver that keeps every clause.</summary>
/// <param name="Driver">Its name.</param>
/// <param name="Seeds">How often all its clauses were run.</param>
/// <param name="Checks">Clauses run in all.</param>
/// <param name="Alarms">Those that failed.</param>
/// <param name="Undecided">Those that were inconclusive.</param>
/// <param name="MedianSeconds">For all clauses with one seed.</param>
/// <param name="MostSeconds">The slowest seed.</param>
internal sealed record DriverAlarms(
    string Driver, int Seeds, int Checks, int Alarms, int Undecided, double MedianSeconds, double MostSeconds)
{
    internal const string Heading = "driver\tseeds\tchecks\talarms\tundecided\tmedian_s\tmost_s";

    internal static DriverAlarms Read(string line) => line.Split('\t') is [var driver, .. { Length: 6 } n]
        ? new(
            driver, PowerTable.Number(n[0]), PowerTable.Number(n[1]), PowerTable.Number(n[2]), PowerTable.Number(n[3]),
            double.Parse(n[4], CultureInfo.InvariantCulture), double.Parse(n[5], CultureInfo.InvariantCulture))
        : throw new FormatException($"Not seven columns: \"{line}\".");

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Driver}\t{Seeds}\t{Checks}\t{Alarms}\t{Undecided}\t{MedianSeconds:0.0}\t{MostSeconds:0.0}");
}
