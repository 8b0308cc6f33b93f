using System.Text;

namespace StorageKit.Roslyn;

/// <summary>C# names as TOML keys.</summary>
internal static class SnakeCase
{
    /// <summary>
    /// <c>PoolSize</c> becomes <c>pool_size</c>. A run of capitals is one word (<c>URLPath2</c>: <c>url_path2</c>), and
    /// a digit belongs to the word before it.
    /// </summary>
    public static string Of(string name)
    {
        var snake = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i])
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord && snake[snake.Length - 1] != '_')
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }
}
