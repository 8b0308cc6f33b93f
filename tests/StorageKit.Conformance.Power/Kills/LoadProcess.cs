using System.Diagnostics;

namespace StorageKit.Conformance.Power.Kills;

/// <summary>A running <see cref="LoadProgram"/>, and what it has said.</summary>
sealed class LoadProcess : IDisposable
{
    readonly Process _process;
    readonly TaskCompletionSource _works = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly Task _reading;

    LoadProcess(Process process)
    {
        _process = process;
        _reading = Task.Run(ReadAsync);
    }

    internal List<(string Lane, int Index)> Acknowledged { get; } = [];

    internal List<string> Failures { get; } = [];

    internal static async Task<LoadProcess> StartAsync(string driver, string section, TenantId tenant)
    {
        string[] arguments = [typeof(LoadProgram).Assembly.Location, LoadProgram.Command, driver, tenant.ToString()];
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(section);
        process.StandardInput.Close();
        return new(process);
    }

    /// <summary>Returns when the first write was acknowledged, or the process has ended.</summary>
    internal Task WorksAsync() => _works.Task;

    /// <summary>SIGKILL, then everything that it had said is read.</summary>
    internal async Task KillAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        await _reading;
    }

    async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split(' ', 4) is [LoadProgram.Acknowledged, var lane, var index])
                Acknowledged.Add((lane, int.Parse(index)));
            else Failures.Add(line);
            _works.TrySetResult();
        }
        _works.TrySetResult();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
