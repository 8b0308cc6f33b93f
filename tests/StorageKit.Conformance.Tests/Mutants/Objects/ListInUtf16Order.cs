using System.Runtime.CompilerServices;

namespace StorageKit.Conformance.Tests.Mutants.Objects;

[Mutant("M-OBJ-09", Kills = "OBJ-09", Says = "of shuffled keys: expected")]
internal sealed class ListInUtf16Order(IObjectStore inner) : ObjectMutant(inner)
{
    public override async IAsyncEnumerable<ObjectInfo> ListAsync(
        string prefix = "", [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var all = await ListAllAsync(prefix, cancellationToken);
        foreach (var info in all.OrderBy(info => info.Key, StringComparer.Ordinal)) yield return info;
    }
}
