using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace StorageKit.Analyzers.Config;

/// <summary>A driver that the project's registry will have, as far as the compiler can tell.</summary>
/// <param name="Name">As in TOML.</param>
/// <param name="Kinds">The keys of the contracts that it serves.</param>
internal sealed record KnownDriver(string Name, ImmutableArray<string> Kinds)
{
    /// <summary>What its section is read into; null for a driver without options.</summary>
    public INamedTypeSymbol? Options { get; init; }

    /// <summary>Whether an option is required, so that the section must be there.</summary>
    public bool RequiresSection { get; init; }

    /// <summary>Its options cannot be seen from here, or something is wrong with it, which other rules say: nothing is
    /// said of its section.</summary>
    public bool IsOpaque { get; init; }

    public bool Serves(string? kind) => kind is null || Kinds.Contains(kind);
}
