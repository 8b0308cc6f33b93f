using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Service;
using StorageKit;

// A demonstration has to run without a key of its own; yours comes from the environment or a secret store.
const string DemonstrationKey = "c3RvcmFnZWtpdC1xdWlja3N0YXJ0LWRlbW8ta2V5LTE=";

var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
{
    Args = args,
    ContentRootPath = AppContext.BaseDirectory,
});
builder.Services.AddStorageKit(Drivers.CreateRegistry(), "storage.toml", storage =>
{
    storage.Environment = name => builder.Configuration[name] ?? DemonstrationKey;
    storage.Tenants["acme"] = TenantId.Parse("6f9d2c1e-7a43-4f0b-9a52-0d6c1b8e4f77");
});
builder.Services.AddHealthChecks().AddStorageKit();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddHostedService<RequestWorker>();
await builder.Build().RunAsync();
