using System.Runtime.CompilerServices;

namespace StorageKit.Conformance.Tests.Mutants.Objects;

[Mutant("M-OBJ-12", Kills = "OBJ-12", Says = "was there during the whole listing")]
internal sealed class ListPagesByOffset(IObjectStore inner) : ObjectMutant(inner)
{
    const int Page = 20;

    public override async IAsyncEnumerable<ObjectInfo> ListAsync(
        string prefix = "", [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var offset = 0; ; offset += Page)
        {
            var page = (await ListAllAsync(prefix, cancellationToken)).Skip(offset).Take(Page).ToArray();
            foreach (var info in page) yield return info;
            if (page.Length < Page) yield break;
            await Task.Yield();
        }
    }
}
