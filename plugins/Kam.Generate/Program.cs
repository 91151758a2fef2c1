namespace Kam.Generate;

internal static class Program
{
    private static int Main() => 0;
}
