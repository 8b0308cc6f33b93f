using System.Runtime.InteropServices;
using System.Text;

namespace StorageKit.Conformance;

/// <summary>A file that names the clause that is running and the suite's folder. A driver that kills the process leaves
/// both behind; the next run of the suite names the culprit and removes the folder. Nothing else can: a stack overflow
/// or a SIGKILL runs no code any more.</summary>
/// <remarks>The file is held open for this process alone, so a mark that can be opened is that of a dead process. A run
/// that is stopped by a signal takes its mark away: nobody but the user is the culprit. Not thread-safe: a suite runs
/// one clause at a time.</remarks>
internal sealed class RunningMark : IDisposable
{
    readonly FileStream? _file;
    readonly SuiteScope _scope;
    readonly PosixSignalRegistration[] _signals = [];
    volatile bool _isDisposed;

    RunningMark(FileStream? file, SuiteScope scope, IReadOnlySet<string> killers)
    {
        _file = file;
        _scope = scope;
        Killers = killers;
        if (file is null) return;
        PosixSignal[] stops = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];
        _signals = [.. stops.Select(signal => PosixSignalRegistration.Create(signal, _ => File.Delete(file.Name)))];
    }

    /// <summary>The clauses during which an earlier run of the suite died. They are told once.</summary>
    internal IReadOnlySet<string> Killers { get; }

    /// <summary>Reads the marks that dead runs of the suite left, removes them and places one of its own.</summary>
    /// <param name="suite">The suite's full name.</param>
    /// <param name="scope">Its scope, with the folder that must not stay.</param>
    /// <param name="folder">Where the marks are: beside the tests' assembly, which the next run finds again. Where it
    /// cannot be written there are none.</param>
    internal static RunningMark Place(string suite, SuiteScope scope, string folder)
    {
        var killers = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            foreach (var left in Directory.EnumerateFiles(folder, $"{suite}.*.running"))
                if (ReadOfTheDead(left) is { Length: > 0 } clause)
                    killers.Add(clause);
            var path = Path.Combine(folder, $"{suite}.{Environment.ProcessId}-{Guid.NewGuid():n}.running");
            var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            return new(file, scope, killers);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(null, scope, killers);
        }
    }

    /// <summary>A clause begins.</summary>
    internal void Enter(string clause) => Write(clause);

    /// <summary>It has ended, and the process lives.</summary>
    internal void Leave() => Write("");

    public void Dispose()
    {
        _isDisposed = true;
        foreach (var signal in _signals) signal.Dispose();
        if (_file is null) return;
        _file.Dispose();
        File.Delete(_file.Name);
    }

    void Write(string clause)
    {
        if (_file is null || _isDisposed) return;
        _file.SetLength(0);
        _file.Position = 0;
        _file.Write(Encoding.UTF8.GetBytes($"{clause}\n{_scope.UsedFolder}"));
    }

    /// <summary>The clause of a dead run's mark, which is removed; null when the run is alive.</summary>
    static string? ReadOfTheDead(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            using var reader = new StreamReader(file, Encoding.UTF8);
            var clause = reader.ReadLine();
            var folder = reader.ReadLine();
            File.Delete(path);
            if (SuiteScope.IsFolder(folder) && Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            return clause;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
