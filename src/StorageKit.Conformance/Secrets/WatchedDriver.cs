using StorageKit.Conformance.Exercises;

namespace StorageKit.Conformance.Secrets;

/// <summary>Uses a driver while all that it says is watched.</summary>
/// <param name="context">The clause's.</param>
/// <param name="planted">What its calls carry.</param>
/// <param name="watch">Who looks.</param>
internal sealed class WatchedDriver(ClauseContext context, PlantedCanaries planted, LeakWatch watch)
{
    // Some faults make every call wait for its time-out.
    static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    readonly StorageServices _services = new()
    {
        TimeProvider = context.Services.TimeProvider,
        LoggerFactory = new WatchedLogs(watch),
    };
    TimeSpan _patience = s_patience;

    /// <summary>Opens the driver, uses it in a situation, and disposes it.</summary>
    /// <param name="section">The section to open it from.</param>
    /// <param name="when">The situation, as a failure says it: <c>with a wrong password</c>.</param>
    /// <param name="during">What is done to it when it is open and was used once; null for nothing.</param>
    /// <param name="patience">How long a call may take after that; null for as long as before.</param>
    internal async ValueTask UseAsync(
        string section, string when, Func<TenantStores, ValueTask>? during = null, TimeSpan? patience = null)
    {
        _patience = s_patience;
        var parts = new OpenedParts();
        var registry = context.Driver.RegistryOf(parts.Noting(context.Driver.Registration));
        await SeeAsync($"opening the section {when}", async token =>
        {
            var opened = await registry.OpenSectionAsync(context.Driver.Name, section, _services, token)
                .ConfigureAwait(false);
            await using var owned = opened.ConfigureAwait(false);
            var stores = await opened.OpenTenantAsync(context.Tenant, token).ConfigureAwait(false);
            var calls = CallsOf(stores);
            await CallOneByOneAsync(calls, parts, during is null ? when : "in good times").ConfigureAwait(false);
            if (during is not null)
            {
                await during(stores).ConfigureAwait(false);
                _patience = patience ?? s_patience;
                // At once: each of them may wait for as long as that.
                await Task.WhenAll(calls.Select(call => SeeAsync($"{call.Name} {when}", call.CallAsync).AsTask()))
                    .ConfigureAwait(false);
                SeeAll(parts);
            }
            watch.SeeObject(opened);
            watch.SeeObject(stores);
            await opened.DisposeAsync().ConfigureAwait(false);
            await CallOneByOneAsync(calls, parts, "after it was disposed").ConfigureAwait(false);
        }).ConfigureAwait(false);
        if (parts.Options is { } options) watch.SeeObject(options);
    }

    // Those that carry no canary may tell the section's secrets.
    IReadOnlyList<Exercise> CallsOf(TenantStores stores) =>
        [.. planted.Calls(stores), .. ExerciseCatalog.Of(stores).SelectMany(exercises => exercises.Valid)];

    async ValueTask CallOneByOneAsync(IReadOnlyList<Exercise> calls, OpenedParts parts, string when)
    {
        foreach (var call in calls)
        {
            await SeeAsync($"{call.Name} {when}", call.CallAsync).ConfigureAwait(false);
            SeeAll(parts);
        }
    }

    void SeeAll(OpenedParts parts)
    {
        foreach (var part in parts.All) watch.SeeObject(part);
    }

    /// <summary>Makes every call with a token that is cancelled.</summary>
    internal async ValueTask CallAllCancelledAsync(TenantStores stores)
    {
        foreach (var call in planted.Calls(stores))
            await SeeAsync(
                $"{call.Name} with a cancelled token", _ => call.CallAsync(new CancellationToken(canceled: true)))
                .ConfigureAwait(false);
    }

    async ValueTask SeeAsync(string what, Func<CancellationToken, ValueTask> call)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        time.CancelAfter(_patience);
        try
        {
            await call(time.Token).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            watch.SeeException(e, $"the {e.GetType().Name} of {what}");
        }
    }
}
