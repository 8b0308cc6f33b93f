using System.Runtime.CompilerServices;

namespace StorageKit.Conformance.Tests.Mutants.Objects;

[Mutant("M-OBJ-11", Kills = "OBJ-11", Says = "got the end")]
internal sealed class ListEndsAfterOnePage(IObjectStore inner) : ObjectMutant(inner)
{
    public override async IAsyncEnumerable<ObjectInfo> ListAsync(
        string prefix = "", [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var info in (await ListAllAsync(prefix, cancellationToken)).Take(1000)) yield return info;
    }
}
