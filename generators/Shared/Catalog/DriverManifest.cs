using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace StorageKit.Roslyn;

/// <summary>A driver of another assembly, as symbols; no generator keeps one.</summary>
/// <param name="Name">As in TOML.</param>
/// <param name="Registration">The class with <c>Register(Registry)</c>.</param>
/// <param name="Stores">The classes with <c>[StorageDriver]</c>.</param>
internal readonly record struct DriverManifest(
    string Name, INamedTypeSymbol Registration, ImmutableArray<INamedTypeSymbol> Stores);
