using System.Text;

namespace StorageKit.Conformance.Tests.Mutants.General;

[Mutant("M-GEN-05-A", Kills = "GEN-05", Says = "expected ArgumentException, but it succeeded")]
internal sealed class LoneSurrogatesAreReplaced(IObjectStore inner) : ObjectMutant(inner)
{
    public override ValueTask<bool> ExistsAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return base.ExistsAsync(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(key)), cancellationToken);
    }
}
