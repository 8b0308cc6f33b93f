using System.Globalization;

namespace StorageKit.Conformance.Tests.Docs;

/// <summary>What a driver lost when it was killed under load.</summary>
/// <param name="Driver">Its name.</param>
/// <param name="Backend">What it was tried on, with its version.</param>
/// <param name="Kills">Kills at random moments, each verified after a new opening and again after the last one.</param>
/// <param name="Acknowledged">Writes of all contracts that were acknowledged before a kill.</param>
/// <param name="Lost">Those that were not there after it.</param>
/// <param name="Reordered">Audit entries before one that was acknowledged before they were emitted.</param>
/// <param name="HalfWritten">Values that nobody wrote so, or that cannot be read.</param>
internal sealed record KillRow(
    string Driver, string Backend, int Kills, int Acknowledged, int Lost, int Reordered, int HalfWritten)
{
    internal const string Heading = "driver\tbackend\tkills\tacknowledged\tlost\treordered\thalf_written";

    internal static KillRow Read(string line) => line.Split('\t') is [var driver, var backend, .. { Length: 5 } n]
        ? new(
            driver, backend, PowerTable.Number(n[0]), PowerTable.Number(n[1]), PowerTable.Number(n[2]),
            PowerTable.Number(n[3]), PowerTable.Number(n[4]))
        : throw new FormatException($"Not seven columns: \"{line}\".");

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Driver}\t{Backend}\t{Kills}\t{Acknowledged}\t{Lost}\t{Reordered}\t{HalfWritten}");
}
