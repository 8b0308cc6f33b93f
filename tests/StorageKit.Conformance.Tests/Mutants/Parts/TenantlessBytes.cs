using System.Collections.Concurrent;

namespace StorageKit.Conformance.Tests.Mutants.Parts;

/// <summary>What all tenants of a section share.</summary>
internal sealed class TenantlessBytes
{
    internal ConcurrentDictionary<string, byte[]> Values { get; } = new();
}
