import { Button, Center, Stack, Text, Title } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';

/** The last resort: the page itself failed. */
export function RouteError({ error }: Pick<ErrorComponentProps, 'error'>) {
  return (
    <Center component="main" h="100dvh" p="lg">
      <Stack align="flex-start" maw={480}>
        <Title order={1} size="h3">
          This view cannot be shown
        </Title>
        <Text c="dimmed">{error instanceof Error ? error.message : String(error)}</Text>
        <Button component="a" href="/">
          Open the map
        </Button>
      </Stack>
    </Center>
  );
}
