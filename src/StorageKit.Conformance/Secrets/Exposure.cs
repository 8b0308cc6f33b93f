namespace StorageKit.Conformance.Secrets;

/// <summary>Brings a driver into every situation in which it may tell what it should not.</summary>
internal static class Exposure
{
    static readonly string s_wrong = Guid.NewGuid().ToString("N");

    /// <summary>None of the canaries is told, whatever happens to the driver.</summary>
    internal static async ValueTask ExpectNothingToldAsync(
        ClauseContext context, PlantedCanaries planted, IReadOnlyList<Canary> canaries)
    {
        var watch = new LeakWatch([.. canaries, Canary.Of("a password that is wrong", s_wrong)]);
        using (new WatchedChannels(watch))
        {
            var driver = new WatchedDriver(context, planted, watch);
            foreach (var situation in Situations(context, driver))
            {
                await situation.ConfigureAwait(false);
                // The first place is enough to be told of, and the next fault may take long.
                if (watch.Leaks.Count > 0) break;
            }
        }
        Expect.That(watch.Leaks.Count == 0, watch.Leaks.FirstOrDefault() ?? "");
    }

    static IEnumerable<ValueTask> Situations(ClauseContext context, WatchedDriver driver)
    {
        var section = context.Driver.Harness.Section;
        yield return driver.UseAsync(section, "in good times");
        yield return driver.UseAsync(section, "with a cancelled token", driver.CallAllCancelledAsync);
        if (context.Driver.Harness.Probe<ITamper>() is { } tamper)
            yield return driver.UseAsync(
                section, "with damaged data", stores => DamageAsync(context, tamper, stores.Tenant));
        foreach (var wrong in SectionSecrets.SectionsWith(context.Driver, section, s_wrong))
            yield return driver.UseAsync(wrong, "with a wrong password");
        foreach (var situation in NetworkSituations.Of(context, driver)) yield return situation;
    }

    static async ValueTask DamageAsync(ClauseContext context, ITamper tamper, TenantId tenant)
    {
        await tamper.FlipSecretAsync(tenant, PlantedCanaries.Key, context.CancellationToken).ConfigureAwait(false);
        await tamper.ChangeAuditPayloadAsync(tenant, 1, context.CancellationToken).ConfigureAwait(false);
    }
}
