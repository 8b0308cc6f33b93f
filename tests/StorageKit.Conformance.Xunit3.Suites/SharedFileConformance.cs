namespace StorageKit.Conformance.Xunit.Suites;

/// <summary>The sqlite driver on a file that is there already, or that another process uses at the same time.</summary>
[ConformanceSuite("sqlite")]
public sealed partial class SharedFileConformance : ConformanceSuite
{
    /// <summary>The variable that names the file.</summary>
    public const string Variable = "STORAGEKIT_TEST_FILE";

    /// <inheritdoc/>
    protected override ValueTask<DriverHarness> StartAsync(SuiteScope scope) =>
        new(new DriverHarness(
            $"path = '{Environment.GetEnvironmentVariable(Variable)}'\n[storage.encryption]\n"
            + "active = '1'\nkeys = { 1 = 'c3RvcmFnZWtpdC1jb25mb3JtYW5jZS1zdWl0ZS1rZXk=' }"));
}

/// <summary>The memory driver.</summary>
[ConformanceSuite("memory")]
public sealed partial class MemoryConformance : ConformanceSuite;
