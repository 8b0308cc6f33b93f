namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-GEN-23-A", Kills = "GEN-23", Says = "ListAsync(\"\"): expected [")]
internal sealed class ListsInUtf16Order(IObjectStore inner) : ObjectMutant(inner)
{
    public override async IAsyncEnumerable<ObjectInfo> ListAsync(
        string prefix = "",
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<ObjectInfo> listed = [];
        await foreach (var found in base.ListAsync(prefix, cancellationToken)) listed.Add(found);
        foreach (var found in listed.OrderBy(found => found.Key, StringComparer.Ordinal)) yield return found;
    }
}
