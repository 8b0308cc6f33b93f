using StorageKit.Conformance.Exercises;

namespace StorageKit.Conformance.Clauses;

/// <summary>When one store cannot be opened, the configuration is refused and those opened before are
/// disposed.</summary>
/// <remarks>The driver's own registration is opened with one store more, the last, which fails.</remarks>
[Clause("CFG-05", "When one contract fails to build, the configuration is refused and the others are disposed.")]
internal sealed class CFG05_FailedBuildDisposesTheRest : Clause
{
    const string FailingKind = "conformance_failing";

    public override async ValueTask CheckAsync(ClauseContext context)
    {
        var token = context.CancellationToken;
        var parts = new OpenedParts();
        var failing = new StoreRegistration(
            typeof(object), [new(FailingKind, typeof(object))],
            static (_, _) => throw new StorageException(StorageErrorKind.Backend, "this store fails on purpose"));
        var registration = parts.Noting(context.Driver.Registration, failing);
        if (WholeConfiguration.TryCreate(registration, context.Driver.Harness.Section, context.Driver.Harness.Behind)
            is not { } whole)
            throw new InconclusiveException(
                "the harness's section has sub-tables, so no whole configuration can be made of it");
        var refused = await Expect.ThrowsAsync<StorageConfigException>(
            async () => await whole.OpenAsync(context.Services, token).ConfigureAwait(false),
            "opening a configuration of which one store fails").ConfigureAwait(false);
        Expect.Equal(ConfigErrorKind.Build, refused.Errors[0].Kind, "kind of the error when one store fails");
        foreach (var exercises in parts.All.SelectMany(ExerciseCatalog.OfStore))
            if (exercises.IsDisposable || parts.HaveAnEnd)
                await exercises.ExpectDisposedAsync("after another store failed to open", token).ConfigureAwait(false);
    }
}
