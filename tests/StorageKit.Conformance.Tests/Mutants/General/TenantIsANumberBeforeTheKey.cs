using StorageKit.Conformance.Tests.Mutants.Parts;

namespace StorageKit.Conformance.Tests.Mutants.General;

/// <summary>The tenant's id stands before the key without its leading zeros, and nothing between the two.</summary>
[Mutant("M-GEN-22-NUMBER", Kills = "GEN-22", Says = "TENANTS MEET: the secret of tenant")]
internal sealed class TenantIsANumberBeforeTheKey(TenantlessBytes secrets, TenantId tenant)
    : TenantIsCutToFourBytes(secrets, tenant)
{
    readonly string _number = tenant.ToHex().TrimStart('0');

    protected override string Prefix => _number;
}
