using Microsoft.Extensions.DependencyInjection;
using StorageKit.Benchmarks.Measuring;
using StorageKit.Benchmarks.Toml;
using StorageKit.Memory;

namespace StorageKit.Benchmarks.Opening;

/// <summary>From a driver's name to a store, beside the constructor and keyed services.</summary>
internal sealed class OpeningBenchmark : IBenchmark
{
    static readonly SampleOptions s_options = new() { Host = "localhost", Database = "agents", Username = "storagekit" };

    public string Name => "registry";

    public string Title => "Registry: open a store by name";

    public async Task MeasureAsync(Measurement measurement)
    {
        var registry = Registry(others: 9);
        var scope = new DriverScope(s_options, [], null, StorageServices.Default, TenantId.System);
        await using var services = Services(others: 9);
        var table = await measurement.CompareAsync(
            "the smallest store, made for the name of one of 10 drivers", Report.Unit.Time,
            Contestant.Loop("StorageKit: registry", count => OpenByName(registry, scope, count)),
            Contestant.Loop("new (limit)", Construct),
            Contestant.Loop("keyed transient service", count =>
            {
                for (var i = 0; i < count; i++)
                    services.GetRequiredKeyedService<IAuditSink>("sample");
            }));
        measurement.AtMost(1.3, table.CostOver("new (limit)"), "the smallest store: cost, by that of new");
        measurement.AtLeast(3, table.TimesFasterThan("keyed transient service"), "times as fast as keyed services");
        measurement.AllocatesAtMost(0, table.Ours.Bytes!.Value - table["new (limit)"].Bytes!.Value, "B beyond the store");

        await MeasureRealStoreAsync(measurement);
        await MeasureFindingAsync(measurement, services);
        List<Report.Point> growth = [];
        foreach (var drivers in measurement.Effort.Sizes(10, 100, 1_000))
        {
            var larger = Registry(drivers - 1);
            var cost = await measurement.CompareAsync(
                FormattableString.Invariant($"the same with {drivers:N0} drivers"), Report.Unit.Time,
                Contestant.Loop("StorageKit: registry", count => OpenByName(larger, scope, count)));
            growth.Add(new(drivers, cost.Ours.Cost.Median));
        }
        measurement.Plot(new(
            "growth", "A store by name, by the number of drivers", "drivers", "ns", true, [new("StorageKit", growth)]));
    }

    static async Task MeasureRealStoreAsync(Measurement measurement)
    {
        using var data = new MemoryData(new(), TimeProvider.System);
        var registry = Registry(others: 9).AddMemory();
        var scope = new DriverScope(new MemoryOptions(), [data], null, StorageServices.Default, TenantId.System);
        await using var services = new ServiceCollection()
            .AddKeyedTransient("memory", (_, _) => new MemoryRateLimitCounter(data, TenantId.System))
            .BuildServiceProvider();
        var table = await measurement.CompareAsync(
            "the counter of the driver memory", Report.Unit.Time,
            Contestant.Loop("StorageKit: registry", count =>
            {
                for (var i = 0; i < count; i++)
                    registry.Find("memory")!.StoreOf(typeof(IRateLimitCounter))!.OpenAsync(scope, default)
                        .GetAwaiter().GetResult();
            }),
            Contestant.Loop("new (limit)", count =>
            {
                for (var i = 0; i < count; i++)
                    GC.KeepAlive(new MemoryRateLimitCounter(data, TenantId.System));
            }),
            Contestant.Loop("keyed transient service", count =>
            {
                for (var i = 0; i < count; i++)
                    services.GetRequiredKeyedService<MemoryRateLimitCounter>("memory");
            }));
        measurement.AtMost(1.3, table.CostOver("new (limit)"), "the memory counter: cost, by that of new");
        measurement.AllocatesAtMost(
            0, table.Ours.Bytes!.Value - table["new (limit)"].Bytes!.Value, "the memory counter: B beyond the store");
    }

    /// <summary>What an application does for each request: it asks for a store that is open.</summary>
    static async Task MeasureFindingAsync(Measurement measurement, ServiceProvider services)
    {
        var kinds = string.Concat(StandardKinds.Required.Select(kind => $"{kind} = \"memory\"\n"));
        await using var storage = await new Registry().AddMemory().OpenAsync(StorageConfig.Parse("[storage]\n" + kinds));
        var table = await measurement.CompareAsync(
            "a store that is open", Report.Unit.Time,
            Contestant.Loop("StorageKit: storage.Audit", count =>
            {
                for (var i = 0; i < count; i++)
                    _ = storage.Audit;
            }),
            Contestant.Loop("keyed singleton service", count =>
            {
                for (var i = 0; i < count; i++)
                    services.GetRequiredKeyedService<IAuditSink>("shared");
            }));
        measurement.AllocatesAtMost(0, table.Ours.Bytes!.Value, "B to find a store that is open");
    }

    static void OpenByName(Registry registry, DriverScope scope, int count)
    {
        for (var i = 0; i < count; i++)
            registry.Find("sample")!.StoreOf(typeof(IAuditSink))!.OpenAsync(scope, default).GetAwaiter().GetResult();
    }

    static void Construct(int count)
    {
        for (var i = 0; i < count; i++)
            GC.KeepAlive(new SampleAudit(s_options));
    }

    static Registry Registry(int others)
    {
        var registry = new Registry().AddSample();
        for (var i = 0; i < others; i++)
            registry.Add(new(FormattableString.Invariant($"driver{i}")) { Stores = SampleDriver.Registration.Stores });
        return registry;
    }

    static ServiceProvider Services(int others)
    {
        var services = new ServiceCollection()
            .AddSingleton(s_options)
            .AddKeyedTransient<IAuditSink>("sample", (provider, _) => new SampleAudit(s_options))
            .AddKeyedSingleton<IAuditSink, SampleAudit>("shared");
        for (var i = 0; i < others; i++)
            services.AddKeyedTransient<IAuditSink>($"driver{i}", (provider, _) => new SampleAudit(s_options));
        return services.BuildServiceProvider();
    }
}
