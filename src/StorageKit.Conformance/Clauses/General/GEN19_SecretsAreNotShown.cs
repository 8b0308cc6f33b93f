using StorageKit.Conformance.Secrets;

namespace StorageKit.Conformance.Clauses;

/// <summary>Secrets stay where they belong.</summary>
/// <remarks>What the section holds is looked for as well: passwords and keys, by the options that are declared secret,
/// by addresses and by connection strings. What a wrong configuration shows is CFG-03's.</remarks>
[Clause(
    "GEN-19", "No secret, payload or password appears in ToString, exceptions, logs, activities, metrics or events.",
    Lane = Lane.Network)]
internal sealed class GEN19_SecretsAreNotShown : Clause
{
    public override ValueTask CheckAsync(ClauseContext context)
    {
        var planted = new PlantedCanaries();
        return Exposure.ExpectNothingToldAsync(
            context, planted, [.. planted.All, .. SectionSecrets.Of(context.Driver)]);
    }
}
