namespace StorageKit.Conformance.Tests.Mutants;

/// <summary>Makes a class a mutant: a driver that is broken on purpose, by one defect, which its name says.</summary>
/// <remarks>The class implements a contract and takes in its constructor whatever <see cref="MutantDriver"/> can give,
/// above
/// all the memory driver's store of that contract; or it is an <see cref="IMutantDriver"/>.</remarks>
/// <param name="id">Its id, never reused: <c>M-R02</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MutantAttribute(string id) : Attribute
{
    /// <summary>Its id.</summary>
    public string Id { get; } = id;

    /// <summary>The clause that must fail: <c>RLC-05</c>.</summary>
    public required string Kills { get; init; }

    /// <summary>What the failure's reason contains. A clause that fails for another reason has not killed the mutant.
    /// </summary>
    public required string Says { get; init; }

    /// <summary>Where the defect was seen in the wild; null when it is our own.</summary>
    public string? Seen { get; init; }

    /// <summary>Whether its instances share one backend, as those of a driver with a server do.</summary>
    public bool Shared { get; init; }
}
