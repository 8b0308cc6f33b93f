using StorageKit.Conformance.Children;

namespace StorageKit.Conformance;

public sealed partial class ClauseContext
{
    /// <summary>Returns when the driver can have a process of its own.</summary>
    /// <exception cref="UntestedException">It cannot.</exception>
    internal void RequireChild()
    {
        if (DriverLocation.ProblemOf(Driver) is { } problem)
            throw new UntestedException($"closing keeps what it has to; killing was not tried: {problem}");
    }

    /// <summary>Starts a child process that opens the driver from the clause's section.</summary>
    /// <param name="workload">What it does when it is asked.</param>
    /// <param name="tenant">For whom.</param>
    /// <param name="options">How it runs; null for plainly.</param>
    internal ValueTask<DriverChild> StartChildAsync(string workload, TenantId tenant, ChildOptions? options = null) =>
        StartChildAsync(workload, tenant, SectionText, options);

    /// <inheritdoc cref="StartChildAsync(string, TenantId, ChildOptions?)"/>
    internal ValueTask<DriverChild> StartChildAsync(
        string workload, TenantId tenant, string section, ChildOptions? options = null) =>
        DriverChild.StartAsync(
            new(
                DriverLocation.Of(Driver.Register!), Driver.Name, section, tenant.ToString(), workload,
                Driver.Harness.Behind is { } behind ? DriverLocation.Of(behind) : null),
            options ?? new());

    /// <summary>The section that the clause works on, as TOML.</summary>
    internal string SectionText => _proxiedSection ?? Driver.SectionWith(_option);
}
