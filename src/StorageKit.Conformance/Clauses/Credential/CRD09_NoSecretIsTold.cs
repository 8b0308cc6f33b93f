using StorageKit.Conformance.Secrets;

namespace StorageKit.Conformance.Clauses;

/// <summary>A secret is in no exception, log, trace or metric, whatever fails.</summary>
/// <remarks>As GEN-19, for nothing but the values of secrets.</remarks>
[Clause(
    "CRD-09", "A secret is in no exception, log, trace, metric or ToString, whatever fails.",
    Contract = typeof(ICredentialStore), Lane = Lane.Network)]
internal sealed class CRD09_NoSecretIsTold : Clause<ICredentialStore>
{
    protected override ValueTask CheckAsync(ICredentialStore store, ClauseContext context)
    {
        var planted = new PlantedCanaries();
        return Exposure.ExpectNothingToldAsync(context, planted, [planted.Secret]);
    }
}
