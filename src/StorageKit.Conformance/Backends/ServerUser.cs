namespace StorageKit.Conformance.Backends;

/// <summary>Whom a private server runs as. PostgreSQL refuses to run as root, and a Redis that everybody on the machine
/// can reach should not.</summary>
/// <param name="Name">The user; null for the one that runs the tests.</param>
internal sealed record ServerUser(string? Name)
{
    /// <summary>The one that runs the tests, unless that is root: then the server's own, or else nobody.</summary>
    internal static ServerUser For(string preferred)
    {
        if (!Environment.IsPrivilegedProcess || OperatingSystem.IsWindows()) return new((string?)null);
        var users = File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0]);
        return new(users.Contains(preferred, StringComparer.Ordinal) ? preferred : "nobody");
    }

    /// <summary>The command, as this user runs it. It replaces the process that starts it, so that its id is the
    /// server's.</summary>
    internal IEnumerable<string> Command(string program, IEnumerable<string> arguments)
    {
        if (Name is null) return [program, .. arguments];
        var setpriv = Programs.Find(
            "setpriv", $"Tests that run as root start servers as {Name} with it; apt-get install util-linux.");
        return [setpriv, $"--reuid={Name}", "--regid=" + GroupId(Name), "--clear-groups", "--", program, .. arguments];
    }

    /// <summary>Makes a folder for this user alone below the suite's, which the user may pass but not look into.
    /// </summary>
    internal async Task CreateFolderAsync(string parent, string path)
    {
        Directory.CreateDirectory(path);
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (Name is null) return;
        File.SetUnixFileMode(
            parent, File.GetUnixFileMode(parent) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        await TakeOverAsync(path).ConfigureAwait(false);
    }

    /// <summary>Makes a file or folder this user's own.</summary>
    internal async Task TakeOverAsync(string path)
    {
        if (Name is not null) await Tool.RunAsync(["chown", $"{Name}:{GroupId(Name)}", path]).ConfigureAwait(false);
    }

    static string GroupId(string user) =>
        File.ReadLines("/etc/passwd").Select(line => line.Split(':')).First(fields => fields[0] == user)[3];
}
