using System.Runtime.CompilerServices;

namespace StorageKit.Conformance.Tests.Mutants.Objects;

[Mutant("M-OBJ-13", Kills = "OBJ-13", Says = "BLOCKED")]
internal sealed class ListHoldsALock(IObjectStore inner) : ObjectMutant(inner)
{
    readonly SemaphoreSlim _lock = new(1);

    public override async ValueTask WriteAsync(
        string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        await _lock.WaitAsync(cancellationToken);
        try
        {
            await Inner.WriteAsync(key, content, cancellationToken);
        }
        finally
        {
            _lock.Release();
        }
    }

    public override async IAsyncEnumerable<ObjectInfo> ListAsync(
        string prefix = "", [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await _lock.WaitAsync(cancellationToken);
        try
        {
            await foreach (var info in Inner.ListAsync(prefix, cancellationToken)) yield return info;
        }
        finally
        {
            _lock.Release();
        }
    }
}
