using System.Globalization;

namespace StorageKit.Conformance.Backends;

/// <summary>Where PostgreSQL's programs are: Debian keeps them off the PATH, in a folder for each version.</summary>
internal sealed record PostgresPrograms(string Postgres, string Initdb, string Psql)
{
    const string DebianFolder = "/usr/lib/postgresql";
    const string Advice = "apt-get install postgresql, or say where its programs are: "
        + "new PostgresSettings { Programs = \"/path/to/bin\" }.";

    /// <summary>In the folder, or else in the first on the PATH that has all of them; at last, in Debian's.</summary>
    /// <exception cref="BackendException">They are nowhere.</exception>
    internal static PostgresPrograms Find(string? folder)
    {
        if (folder is not null)
            return TryFind(folder) ?? throw new BackendException(
                $"The folder {folder} does not have all of postgres, initdb and psql. {Advice}");
        // Of one folder: the psql that Debian puts on the PATH is a slow wrapper, and a server's initdb must be its
        // own.
        return Programs.Folders.Concat(DebianVersions()).Select(TryFind).FirstOrDefault(found => found is not null)
            ?? throw new BackendException(
                $"PostgreSQL (postgres, initdb, psql) is neither on the PATH nor in {DebianFolder}. {Advice}");
    }

    static PostgresPrograms? TryFind(string folder)
    {
        var found = new PostgresPrograms(
            Path.Combine(folder, "postgres"), Path.Combine(folder, "initdb"), Path.Combine(folder, "psql"));
        return File.Exists(found.Postgres) && File.Exists(found.Initdb) && File.Exists(found.Psql) ? found : null;
    }

    static IEnumerable<string> DebianVersions() => Directory.Exists(DebianFolder)
        ? Directory.GetDirectories(DebianFolder)
            .OrderByDescending(path => double.TryParse(
                Path.GetFileName(path), CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(path => Path.Combine(path, "bin"))
        : [];
}
