using System.Reflection;

namespace StorageKit.Generators.Tests;

/// <summary>A driver compiled with the generators and loaded: what the generated code does when it runs.</summary>
sealed class RunningDriver
{
    const string Frame = """
        using System.ComponentModel.DataAnnotations;
        using StorageKit;

        namespace Acme;

        [StorageDrivers] static partial class Drivers;

        public static class Events { public static List<string> All { get; } = []; }

        """;

    readonly Assembly _assembly;

    public RunningDriver(string source)
    {
        _assembly = Kit.Load(Kit.Build("Running" + Guid.NewGuid().ToString("N"), Frame + source));
        Registry = (Registry)_assembly.GetType("Acme.Drivers")!.GetMethod("CreateRegistry")!.Invoke(null, null)!;
        Registry.Add(Rest);
    }

    public Registry Registry { get; }

    /// <summary>What the driver's classes have noted.</summary>
    public IReadOnlyList<string> Events =>
        (List<string>)_assembly.GetType("Acme.Events")!.GetProperty("All")!.GetValue(null)!;

    /// <summary>
    /// Puts the section into <c>storage.toml</c>, where its first line is line 9, and loads that; it must be refused.
    /// The errors, as they are printed.
    /// </summary>
    public async Task<string[]> ErrorsOfAsync(string section, string header = "[storage.acme]")
    {
        var toml = string.Join('\n', [
            "[storage]", "policy_store = 'rest'", "audit_sink = 'acme'", "session_store = 'rest'", "credential_store = 'rest'",
            "rate_limit_counter = 'rest'", "lifecycle_store = 'rest'", header, section,
        ]);
        var services = new StorageServices { Environment = _ => null };
        var refused = await Assert.ThrowsAsync<StorageConfigException>(
            () => Registry.OpenAsync(StorageConfig.Parse(toml), services).AsTask());
        return [.. refused.Errors.Select(error => error.ToString())];
    }

    /// <summary>Serves, by name only, the contracts that a whole configuration needs besides.</summary>
    static DriverRegistration Rest { get; } = new("rest")
    {
        Stores =
        [
            new(
                typeof(object),
                [
                    new("policy_store", typeof(IPolicyStore)), new("session_store", typeof(ISessionStore)),
                    new("credential_store", typeof(ICredentialStore)), new("rate_limit_counter", typeof(IRateLimitCounter)),
                    new("lifecycle_store", typeof(ILifecycleStore)),
                ],
                (_, _) => throw new InvalidOperationException("Nothing is opened while the configuration is wrong.")),
        ],
    };
}
