using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace StorageKit.Conformance;

/// <summary>The driver that clauses are run against.</summary>
/// <param name="registry">The registry that has it: the production wiring is what is tested.</param>
/// <param name="driver">Its name.</param>
/// <param name="harness">How its backend is reached; whoever made it disposes it.</param>
/// <remarks>Generated suites make it. One is for one run at a time: it remembers where the driver hung.</remarks>
/// <example><code>
/// var driver = new DriverUnderTest(registry, "acme", harness) { Register = AcmeDriver.Register };
/// var report = await Certification.RunAsync(driver);
/// </code></example>
public sealed class DriverUnderTest(Registry registry, string driver, DriverHarness harness)
{
    /// <summary>The registry that has it.</summary>
    public Registry Registry { get; } = registry;

    /// <summary>Its name.</summary>
    public string Name { get; } = driver;

    /// <summary>How its backend is reached.</summary>
    public DriverHarness Harness { get; } = harness;

    /// <summary>Where the driver logs to.</summary>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    /// <summary>The method that adds the driver to a registry, such as the generated <c>AcmeDriver.Register</c>. By it
    /// a child process finds the driver, to be killed there; null, or a lambda that captures variables: the clauses
    /// that need a process of their own are untested.</summary>
    public Action<Registry>? Register { get; init; }

    /// <summary>Its registration.</summary>
    /// <exception cref="InvalidOperationException">The registry has no driver of this name.</exception>
    public DriverRegistration Registration => Registry.Drivers.FirstOrDefault(d => d.Name == Name)
        ?? throw new InvalidOperationException(
            $"The registry has no driver \"{Name}\"; "
            + $"it has {string.Join(", ", Registry.Drivers.Select(d => d.Name))}.");

    /// <summary>Whether it serves a contract, opened from the harness's section.</summary>
    public bool Serves(Type contract) => StoreOf(contract) is not null && WhyNotServed(contract) is null;

    /// <summary>What the layout that the harness's section chooses says of a contract that it does not serve.</summary>
    internal string? WhyNotServed(Type contract) => Registry.WhyNotServed(Name, Harness.Section, contract);

    /// <summary>A registry of its own that has the driver in this form, and what is behind it.</summary>
    internal Registry RegistryOf(DriverRegistration registration)
    {
        var registry = new Registry().Add(registration);
        Harness.Behind?.Invoke(registry);
        return registry;
    }

    /// <summary>The harness's section, with an option before it: after it, it might stand in a sub-table.</summary>
    internal string SectionWith(string? option) => option is null ? Harness.Section : $"{option}\n{Harness.Section}";

    /// <summary>What speaks against trying the rest.</summary>
    internal Breakdown Breakdown { get; } = new();

    internal StoreRegistration? StoreOf(Type contract) =>
        Registration.Stores.FirstOrDefault(store => store.Contracts.Any(c => c.Contract == contract));
}
