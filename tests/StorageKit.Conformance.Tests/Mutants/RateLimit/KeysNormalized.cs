using System.Text;

namespace StorageKit.Conformance.Tests.Mutants.RateLimit;

[Mutant("M-RLC-23-NFC", Kills = "RLC-23", Says = "\"e\\u0301\"")]
internal sealed class KeysNormalized(TimeProvider time) : LockedCounter(time)
{
    protected override string KeyOf(string key) => key.Normalize(NormalizationForm.FormC);
}
