using StorageKit.Tests.Config;

namespace StorageKit.Tests.Stores;

/// <summary>What is disposed, in which order, and what is left when something fails.</summary>
public sealed class DisposalTests
{
    const string Five = "policy_store+session_store+credential_store+rate_limit_counter+lifecycle_store";

    static readonly StorageConfig Config = SampleConfig.Parse("a", "", ("audit_sink", "b"));

    static async Task<Storage> OpenAsync(Recorder recorder, CancellationToken cancellationToken = default) =>
        await new Registry().Add(recorder.Driver("a", Five)).Add(recorder.Driver("b", "audit_sink"))
            .OpenAsync(Config, cancellationToken: cancellationToken);

    [Fact]
    public async Task Stores_of_all_tenants_then_resources_are_disposed_in_the_reverse_order_of_opening()
    {
        var recorder = new Recorder();
        var storage = await OpenAsync(recorder);
        await storage.OpenTenantAsync(TenantId.New());
        recorder.Forget();
        await storage.DisposeAsync();
        Assert.Equal(
            [
                "dispose b/audit_sink@other", $"dispose a/{Five}@other", "dispose b/audit_sink", $"dispose a/{Five}",
                "dispose b", "dispose a",
            ],
            recorder.Events);
    }

    [Fact]
    public async Task Everything_is_disposed_once_however_often_it_is_asked_for()
    {
        var recorder = new Recorder();
        var storage = await OpenAsync(recorder);
        var other = await storage.OpenTenantAsync(TenantId.New());
        await other.DisposeAsync();
        await other.DisposeAsync();
        await storage.DisposeAsync();
        await storage.DisposeAsync();
        await other.DisposeAsync();
        Assert.Equal(6, recorder.Events.Count(what => what.StartsWith("dispose", StringComparison.Ordinal)));
        Assert.Equal(recorder.Events.Count, recorder.Events.Distinct().Count());
    }

    [Fact]
    public async Task A_tenant_is_disposed_alone()
    {
        var recorder = new Recorder();
        await using var storage = await OpenAsync(recorder);
        var other = await storage.OpenTenantAsync(TenantId.New());
        recorder.Forget();
        await other.DisposeAsync();
        Assert.Equal(["dispose b/audit_sink@other", $"dispose a/{Five}@other"], recorder.Events);
        Assert.Throws<ObjectDisposedException>(other.Get<IAuditSink>);
        Assert.NotNull(storage.Audit);
    }

    [Fact]
    public async Task What_is_disposed_cannot_be_used()
    {
        var recorder = new Recorder();
        var storage = await OpenAsync(recorder);
        var other = await storage.OpenTenantAsync(TenantId.New());
        await storage.DisposeAsync();
        recorder.Forget();
        Assert.Throws<ObjectDisposedException>(() => storage.Audit);
        Assert.Throws<ObjectDisposedException>(storage.Get<IAuditSink>);
        Assert.Throws<ObjectDisposedException>(other.Get<IAuditSink>);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await storage.OpenTenantAsync(TenantId.New()));
        Assert.Empty(recorder.Events);
    }

    [Fact]
    public async Task A_failure_to_dispose_leaves_nothing_undisposed_and_is_told()
    {
        var recorder = new Recorder { FailsToDispose = { "b/audit_sink", "a" } };
        var storage = await OpenAsync(recorder);
        recorder.Forget();
        var failed = await Assert.ThrowsAsync<AggregateException>(async () => await storage.DisposeAsync());
        Assert.Equal(
            ["b/audit_sink cannot be disposed", "a cannot be disposed"],
            failed.InnerExceptions.Select(inner => inner.Message));
        Assert.Equal(["dispose b/audit_sink", $"dispose a/{Five}", "dispose b", "dispose a"], recorder.Events);
        await storage.DisposeAsync();
    }

    [Theory]
    [InlineData("a", "policy_store")]
    [InlineData("b", "audit_sink")]
    [InlineData("a/" + Five, "policy_store")]
    [InlineData("b/audit_sink", "audit_sink")]
    public async Task What_cannot_be_opened_disposes_all_that_was_and_names_the_contract(string label, string kind)
    {
        var failure = new StorageException(StorageErrorKind.Backend, "no route to host");
        var recorder = new Recorder { FailsToOpen = { [label] = failure }, FailsToDispose = { "a" } };
        var failed = await Assert.ThrowsAsync<StorageConfigException>(() => OpenAsync(recorder));
        var error = Assert.Single(failed.Errors);
        Assert.Equal(
            $"storage.toml: failed to build {kind} driver \"{label[..1]}\": storage backend unavailable: "
            + "no route to host",
            error.ToString());
        Assert.Equal((ConfigErrorKind.Build, kind, label[..1]), (error.Kind, error.Contract, error.Driver));
        Assert.Same(failure, failed.InnerException);
        var opened = recorder.Events.Where(what => what.StartsWith("open", StringComparison.Ordinal)).ToList();
        var disposed = recorder.Events.Where(what => what.StartsWith("dispose", StringComparison.Ordinal));
        Assert.Equal(
            opened.AsEnumerable().Reverse()
                .Select(what => what.Replace("open", "dispose", StringComparison.Ordinal)), disposed);
    }

    [Fact]
    public async Task An_exception_of_another_kind_is_named_but_its_message_is_not_shown()
    {
        var recorder =
            new Recorder { FailsToOpen = { ["b"] = new TimeoutException("redis://u:hunter2@host did not answer") } };
        var failed = await Assert.ThrowsAsync<StorageConfigException>(() => OpenAsync(recorder));
        Assert.Equal(
            "storage.toml: failed to build audit_sink driver \"b\": the driver threw System.TimeoutException, "
            + "whose message is"
            + " not shown: it may hold a secret; a driver reports what goes wrong as a StorageException",
            failed.Message);
        Assert.DoesNotContain("hunter2", failed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tenant_that_cannot_be_opened_leaves_the_others_open()
    {
        var recorder = new Recorder
        {
            FailsToOpen =
                { ["b/audit_sink@other"] = new StorageException(StorageErrorKind.Unauthorized, "no such schema") },
        };
        await using var storage = await OpenAsync(recorder);
        recorder.Forget();
        var failed = await Assert.ThrowsAsync<StorageConfigException>(
            async () => await storage.OpenTenantAsync(TenantId.New()));
        Assert.Equal(
            "failed to build audit_sink driver \"b\": storage access refused: no such schema",
            Assert.Single(failed.Errors).Message);
        Assert.Equal([$"open a/{Five}@other", $"dispose a/{Five}@other"], recorder.Events);
        Assert.NotNull(storage.Audit);
    }

    [Theory]
    [InlineData("b")]
    [InlineData("b/audit_sink")]
    public async Task A_cancelled_opening_ends_as_cancelled_and_disposes_what_was_open(string label)
    {
        using var source = new CancellationTokenSource();
        var recorder = new Recorder();
        recorder.BeforeOpening[label] = async cancellationToken =>
        {
            await source.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        };
        await Assert.ThrowsAsync<OperationCanceledException>(() => OpenAsync(recorder, source.Token));
        Assert.Contains("dispose a", recorder.Events);
        Assert.DoesNotContain($"open {label}", recorder.Events);
        Assert.Equal(
            recorder.Events.Count(what => what.StartsWith("open", StringComparison.Ordinal)),
            recorder.Events.Count(what => what.StartsWith("dispose", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_driver_that_ignores_the_cancellation_is_not_followed_by_another()
    {
        using var source = new CancellationTokenSource();
        var recorder = new Recorder { BeforeOpening = { ["a"] = _ => source.CancelAsync() } };
        await Assert.ThrowsAsync<OperationCanceledException>(() => OpenAsync(recorder, source.Token));
        Assert.Equal(["open a", "dispose a"], recorder.Events);
    }

    [Fact]
    public async Task A_driver_that_gives_up_by_itself_has_failed_and_was_not_cancelled()
    {
        var recorder = new Recorder { FailsToOpen = { ["b"] = new OperationCanceledException() } };
        var failed = await Assert.ThrowsAsync<StorageConfigException>(() => OpenAsync(recorder));
        Assert.Equal(ConfigErrorKind.Build, Assert.Single(failed.Errors).Kind);
    }

    [Fact]
    public async Task A_tenant_opened_while_the_storage_is_disposed_is_disposed_too()
    {
        var recorder = new Recorder();
        var storage = await OpenAsync(recorder);
        recorder.BeforeOpening["b/audit_sink@other"] = async _ => await storage.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await storage.OpenTenantAsync(TenantId.New()));
        Assert.Equal(
            recorder.Events.Where(what => what.StartsWith("open", StringComparison.Ordinal))
                .Select(what => what[5..]).Order(),
            recorder.Events.Where(what => what.StartsWith("dispose", StringComparison.Ordinal))
                .Select(what => what[8..]).Order());
    }
}
