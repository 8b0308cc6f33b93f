namespace StorageKit.Specimens.Tests.Running;

/// <summary>A driver of the reference, written anew in C# with all its faults.</summary>
/// <param name="Name">What the rows of the tests and the page call it.</param>
/// <param name="Backend">The server that it needs.</param>
/// <param name="Is">What it is a port of, in one sentence for the page.</param>
/// <param name="StartAsync">Starts its backend.</param>
internal sealed record Specimen(
    string Name, Backend Backend, string Is, Func<Servers, ValueTask<StartedSpecimen>> StartAsync)
{
    /// <summary>Clauses that it keeps, for it is not simply broken.</summary>
    public required IReadOnlyList<string> Keeps { get; init; }

    /// <summary>Those that it breaks.</summary>
    public required IReadOnlyList<Fault> Faults { get; init; }
}
