using Microsoft.CodeAnalysis;

namespace StorageKit.Roslyn;

/// <summary>A resource or options class that a parameter asks for.</summary>
internal readonly record struct PartNeed(ArgumentKind Kind, INamedTypeSymbol Type, Location Place);
