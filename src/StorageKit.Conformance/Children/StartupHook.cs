using StorageKit.Conformance.Children;

/// <summary>Where a child process of the kit begins: the runtime calls this before the program's own entry point, which
/// is then never reached. So any program that references the kit can be its own child: a test host, an xunit.v3 test
/// program, a console program.</summary>
/// <remarks>The runtime prescribes the name, and that it stands in no namespace. Nobody else names this assembly in
/// <c>DOTNET_STARTUP_HOOKS</c>.</remarks>
internal static class StartupHook
{
    /// <summary>Does what the parent orders and ends the process.</summary>
    public static void Initialize() => Environment.Exit(ChildProgram.Run());
}
