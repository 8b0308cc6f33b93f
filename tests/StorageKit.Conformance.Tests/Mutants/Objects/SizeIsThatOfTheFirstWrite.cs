using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace StorageKit.Conformance.Tests.Mutants.Objects;

[Mutant("M-OBJ-10", Kills = "OBJ-10", Says = "after one was replaced by a longer one")]
internal sealed class SizeIsThatOfTheFirstWrite(IObjectStore inner) : ObjectMutant(inner)
{
    readonly ConcurrentDictionary<string, long> _sizes = new();

    public override ValueTask WriteAsync(
        string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        _sizes.TryAdd(key, content.Length);
        return Inner.WriteAsync(key, content, cancellationToken);
    }

    public override async IAsyncEnumerable<ObjectInfo> ListAsync(
        string prefix = "", [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var info in await ListAllAsync(prefix, cancellationToken))
            yield return info with { Size = _sizes[info.Key] };
    }
}
