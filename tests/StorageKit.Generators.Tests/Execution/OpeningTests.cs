using Microsoft.Extensions.Logging.Abstractions;

namespace StorageKit.Generators.Tests;

/// <summary>What generated factories open, share and dispose.</summary>
public sealed class OpeningTests
{
    const string Resources = """
        [StorageResource]
        public sealed class Files : IDisposable
        {
            public Files() => Events.All.Add("open Files");
            public void Dispose() => Events.All.Add("close Files");
        }

        [StorageResource]
        public sealed class Aggregate : IAsyncDisposable
        {
            readonly Files files;
            Aggregate(Files files) => this.files = files;
            public static async ValueTask<Aggregate> OpenAsync(Files files, TimeProvider time, CancellationToken cancellationToken)
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                Events.All.Add($"open Aggregate {time.GetUtcNow().Year}");
                return new(files);
            }
            public ValueTask DisposeAsync()
            {
                Events.All.Add("close Aggregate" + (files is null ? " without files" : ""));
                return default;
            }
        }

        """;

    const string Stores = Resources + $$"""
        [StorageDriver("acme")]
        public sealed class Sink : IAuditSink, IDisposable
        {
            public Sink(Aggregate aggregate, TenantId tenant) => Events.All.Add($"open Sink {aggregate is not null} {tenant == TenantId.System}");
            public void Dispose() => Events.All.Add("close Sink");
            {{AcmeSource.SinkBody}}
        }

        [StorageDriver("acme")]
        public sealed class Counter : IRateLimitCounter
        {
            public Counter(Aggregate aggregate, Microsoft.Extensions.Logging.ILogger<Counter> logger) => Events.All.Add($"open Counter {aggregate is not null} {logger is not null}");
        {{AcmeSource.CounterBody}}
        }
        """;

    sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(1999, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }

    [Fact]
    public async Task A_resource_is_opened_once_shared_by_stores_and_tenants_and_disposed_last()
    {
        var driver = new RunningDriver(Stores);
        var services = new StorageServices { TimeProvider = new Clock(), LoggerFactory = NullLoggerFactory.Instance };

        await using (var section = await driver.Registry.OpenSectionAsync("acme", "", services))
        {
            await using (await section.OpenTenantAsync(TenantId.System)) { }
            await using (await section.OpenTenantAsync(TenantId.Parse("11111111-2222-3333-4444-555555555555"))) { }
        }

        Assert.Equal(
            [
                "open Files", "open Aggregate 1999",
                "open Counter True True", "open Sink True True", "close Sink",
                "open Counter True True", "open Sink True False", "close Sink",
                "close Aggregate", "close Files",
            ],
            driver.Events);
    }

    [Fact]
    public async Task Each_contract_is_found_by_its_interface()
    {
        var driver = new RunningDriver(Stores);
        await using var section = await driver.Registry.OpenSectionAsync("acme");
        await using var stores = await section.OpenTenantAsync(TenantId.System);

        Assert.Equal("Counter", stores.Get<IRateLimitCounter>().GetType().Name);
        Assert.Equal("Sink", stores.Get<IAuditSink>().GetType().Name);
        Assert.True(driver.Registry.Drivers.First().UsesTimeProvider);
        Assert.False(driver.Registry.Drivers.First().RequiresSection);
    }

    [Fact]
    public async Task A_resource_that_cannot_be_opened_disposes_the_earlier_ones()
    {
        var driver = new RunningDriver(Stores.Replace(
            "return new(files);", "throw new StorageException(StorageErrorKind.Unauthorized, \"wrong password\");"));

        var refused = await Assert.ThrowsAsync<StorageConfigException>(
            () => driver.Registry.OpenSectionAsync("acme", "", new() { TimeProvider = new Clock() }).AsTask());

        Assert.Contains("wrong password", refused.Message);
        Assert.Equal(["open Files", "open Aggregate 1999", "close Files"], driver.Events);
    }

    [Fact]
    public async Task An_opening_can_be_cancelled()
    {
        var driver = new RunningDriver(Stores);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => driver.Registry.OpenSectionAsync("acme", cancellationToken: new CancellationToken(true)).AsTask());

        Assert.DoesNotContain("open Aggregate", string.Join(' ', driver.Events));
    }
}
