using System.Text;

namespace StorageKit.Conformance;

/// <summary>Where a private backend is reached, and as whom.</summary>
/// <param name="Host">The address that it listens on, always a loopback address.</param>
/// <param name="Port">Its TCP port.</param>
/// <param name="User">Who may log in; empty where the backend knows no users.</param>
/// <param name="Password">The user's password, another one for each server; empty where none is asked for.</param>
/// <param name="Database">The database; empty where the backend has no names for them.</param>
public sealed record BackendAddress(
    string Host, int Port, string User = "", string Password = "", string Database = "")
{
    // An address is printed wherever a start fails; its password is nobody's business there.
    bool PrintMembers(StringBuilder text)
    {
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"Host = {Host}, Port = {Port}");
        if (User.Length > 0) text.Append(", User = ").Append(User);
        if (Database.Length > 0) text.Append(", Database = ").Append(Database);
        return true;
    }
}
