using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace StorageKit.Conformance.Tests.Mutants.Objects;

[Mutant("M-OBJ-08", Kills = "OBJ-08", Says = "ListAsync(\"reports_\")")]
internal sealed class PrefixIsALikePattern(IObjectStore inner) : ObjectMutant(inner)
{
    public override async IAsyncEnumerable<ObjectInfo> ListAsync(
        string prefix = "", [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var pattern = new Regex("^" + Regex.Escape(prefix).Replace("%", ".*").Replace('_', '.'), RegexOptions.Singleline);
        foreach (var info in await ListAllAsync("", cancellationToken))
            if (pattern.IsMatch(info.Key))
                yield return info;
    }
}
