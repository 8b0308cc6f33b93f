using System.Diagnostics;
using System.Runtime.InteropServices;

namespace StorageKit.Conformance.Children;

/// <summary>How this program is started once more, as a child of itself.</summary>
internal static class ChildHost
{
    internal const string HookVariable = "DOTNET_STARTUP_HOOKS";

    const string DepsSuffix = ".deps.json";

    static readonly string? s_program = ((AppContext.GetData("APP_CONTEXT_DEPS_FILES") as string) ?? "")
        .Split(';').Where(file => file.EndsWith(DepsSuffix, StringComparison.Ordinal))
        .Select(file => file[..^DepsSuffix.Length])
        .FirstOrDefault(file => File.Exists(file + ".dll") && File.Exists(file + ".runtimeconfig.json"));

    static readonly string s_dotnet = Path.GetFullPath(Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "../../..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    /// <summary>Why there can be no child; null when there can.</summary>
    internal static string? Problem { get; } =
        s_program is null
            ? "this program cannot be started again as a child process: it has no .deps.json and .runtimeconfig.json "
              + "beside it, as every program has that is not published into a single file"
            : File.Exists(s_dotnet)
                ? null
                : "this program cannot be started again as a child process: its runtime has no dotnet host";

    /// <summary>A start with its three streams redirected.</summary>
    /// <param name="before">A program and its arguments that runs the child: strace; empty for none.</param>
    /// <param name="environment">Beyond what is inherited.</param>
    internal static ProcessStartInfo NewStart(
        IEnumerable<string> before, IEnumerable<KeyValuePair<string, string>> environment)
    {
        string[] command =
        [
            .. before, s_dotnet, "exec", "--runtimeconfig", s_program + ".runtimeconfig.json",
            "--depsfile", s_program + DepsSuffix, s_program + ".dll",
        ];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment[HookVariable] = typeof(ChildHost).Assembly.GetName().Name;
        // Nothing that only costs time in a process that lives for a second.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return start;
    }
}
