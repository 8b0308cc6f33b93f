using StorageKit.Conformance;

namespace StorageKit.Postgres.Tests;

/// <summary>Sections of the driver.</summary>
internal static class Sections
{
    internal static string At(BackendAddress at, string more = KeyRings.OnlyOld) =>
        $"""
        host = '{at.Host}'
        port = {at.Port}
        database = '{at.Database}'
        username = '{at.User}'
        password = '{at.Password}'
        {more}
        """;
}
